package attentionscope.view.positions;

import attentionscope.figure.Figure;
import attentionscope.figure.Ramp;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixLook.Reduction;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.positions.PositionPanels;
import attentionscope.figure.positions.PositionScene;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.Lecture;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.PanelKind;
import attentionscope.workspace.Place;
import attentionscope.workspace.PositionFindings;
import attentionscope.workspace.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A positional encoding: its settings, and its figures below. */
public final class PositionsView extends VBox implements MiddleView {

  private final Drawer drawer;
  private final Settings settings;
  private final Sheet sheet;
  private final ScrollPane scroll;
  private Reduction reduction = Reduction.MAX;
  private Optional<Shown> shown = Optional.empty();
  private boolean toScroll;

  /**
   * @param canvases makes a canvas on which presses have their meaning
   */
  public PositionsView(Drawer drawer, Supplier<FigureCanvas> canvases, Consumer<Intent> intents) {
    this.drawer = drawer;
    settings = new Settings(intents);
    sheet = new Sheet(canvases);
    scroll = new ScrollPane(sheet);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("figures");
    scroll.setFocusTraversable(false);
    // it takes what is left, however tall its figures are
    scroll.setPrefHeight(0);
    scroll.setMinHeight(0);
    settings.setMinHeight(USE_PREF_SIZE);
    scroll.vvalueProperty().addListener(property -> seen());
    scroll.viewportBoundsProperty().addListener(property -> seen());
    sheet.heightProperty().addListener(property -> scrollOnce());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("positions-view");
    getChildren().addAll(settings, scroll);
  }

  @Override
  public void show(Shown now) {
    toScroll |= told(now).isPresent() && !told(now).equals(shown.flatMap(PositionsView::told));
    shown = Optional.of(now);
    settings.show(now);
    PositionScene scene =
        new PositionScene(
            now.workspace().lab(),
            now.trace(),
            now.findings()
                .filter(PositionFindings.class::isInstance)
                .map(PositionFindings.class::cast),
            look(now),
            pointing(now));
    sheet.show(
        PositionPanels.of(scene),
        width -> drawer.frame(width, 0, now.texts()),
        now.theme().palette(),
        now.workspace().focus().flatMap(Region::asCell));
    seen();
    scrollOnce();
  }

  /** What a lesson speaks of, and whether its question is answered. */
  private record Told(Place place, boolean answered, Optional<PanelKind> panel) {}

  private static Optional<Told> told(Shown shown) {
    boolean answered =
        shown.lecture().map(Lecture::player).filter(one -> one.attempt().isDone()).isPresent();
    Optional<PanelKind> panel = shown.workspace().lab().panel();
    return shown.workspace().place().map(place -> new Told(place, answered, panel));
  }

  private MatrixLook look(Shown now) {
    return MatrixLook.PLAIN
        .withTransposed(now.workspace().look().transposed())
        .withReduction(reduction)
        .withWeights(Ramp.ofKey(now.workspace().look().colours().key()).orElse(Ramp.BLUE));
  }

  /** A focus that is no cell is outlined. */
  private static Pointing pointing(Shown now) {
    Optional<Region> focus = now.workspace().focus();
    List<Region> highlights = new ArrayList<>(now.workspace().highlight());
    focus.filter(region -> region.asCell().isEmpty()).ifPresent(highlights::add);
    return Pointing.NONE.withSelected(focus.flatMap(Region::asCell)).withHighlights(highlights);
  }

  /** Tells the sheet which part of it is in sight. */
  private void seen() {
    double height = scroll.getViewportBounds().getHeight();
    double hidden = Math.max(0, sheet.getHeight() - height);
    double from = hidden * scroll.getVvalue();
    sheet.seen(from, from + height);
  }

  /** As soon as everything has its place: before the first layout nothing does. */
  private void scrollOnce() {
    double hidden = sheet.getHeight() - scroll.getViewportBounds().getHeight();
    if (toScroll && shown.isPresent() && sheet.getWidth() > 1 && hidden > 0) {
      toScroll = false;
      scrollTo(shown.get());
    }
  }

  /** What a lesson speaks of comes into sight: the figure it names, or else what it points at. */
  private void scrollTo(Shown now) {
    List<Region> regions = new ArrayList<>(now.workspace().highlight());
    now.workspace().focus().ifPresent(regions::add);
    Optional<Rect> place =
        now.workspace().lab().panel().flatMap(sheet::placeOf).or(() -> sheet.placeOf(regions));
    double height = scroll.getViewportBounds().getHeight();
    double hidden = sheet.getHeight() - height;
    place
        .filter(rect -> hidden > 0)
        .ifPresent(rect -> scroll.setVvalue(Math.clamp(rect.y() / hidden, 0, 1)));
  }

  @Override
  public View view() {
    return View.POSITIONS;
  }

  @Override
  public Ikon icon() {
    return Feather.ACTIVITY;
  }

  @Override
  public double wants() {
    return 640;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Optional<Node> controls() {
    return Optional.empty();
  }

  @Override
  public Node first() {
    return sheet.getChildren().isEmpty() ? scroll : sheet.getChildren().getFirst();
  }

  @Override
  public void point(List<Region> regions) {
    sheet.point(regions);
  }

  @Override
  public void pressed(Target.Control control) {
    if (control.equals(HeatmapFigure.REDUCTION)) {
      reduction = reduction == Reduction.MAX ? Reduction.MEAN : Reduction.MAX;
      shown.ifPresent(this::show);
    }
  }

  @Override
  public Optional<Node> find(Control control) {
    return switch (control) {
      case ENCODING -> Optional.of(settings.encodings());
      case WIDTH -> Optional.of(settings.width());
      case LENGTH -> Optional.of(settings.length());
      case BASE -> Optional.<Node>of(settings.base()).filter(Node::isVisible);
      case POSITION -> Optional.<Node>of(settings.position()).filter(Node::isVisible);
      case SHIFT -> Optional.<Node>of(settings.shift()).filter(Node::isVisible);
      default -> Optional.empty();
    };
  }

  /** All its figures as one, at the width they have. */
  public Figure figure() {
    return sheet.figure();
  }
}
