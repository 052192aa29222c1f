package attentionscope.view.positions;

import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Palette;
import attentionscope.figure.Rect;
import attentionscope.figure.positions.PanelGrid;
import attentionscope.figure.positions.PositionPanel;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.PanelKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/**
 * Figures under and beside each other, each on a canvas of its own. Those out of sight are drawn
 * when they come into it.
 */
final class Sheet extends Pane {

  /** How far beyond what is seen figures are drawn already. */
  private static final double AHEAD = 240;

  private final Supplier<FigureCanvas> canvases;
  private final Map<PanelKind, FigureCanvas> byKind = new EnumMap<>(PanelKind.class);
  private final Set<PanelKind> stale = EnumSet.noneOf(PanelKind.class);
  private Optional<DoubleFunction<Frame>> frames = Optional.empty();
  private List<PositionPanel> panels = List.of();
  private Palette palette = Palette.LIGHT;
  private Optional<CellRef> cursor = Optional.empty();
  private double seenFrom;
  private double seenTo;

  /**
   * @param canvases makes a canvas on which presses have their meaning
   */
  Sheet(Supplier<FigureCanvas> canvases) {
    this.canvases = canvases;
    setMinWidth(0);
  }

  /**
   * Shows other figures.
   *
   * @param newFrames what figures of a width are drawn into
   */
  void show(
      List<PositionPanel> newPanels,
      DoubleFunction<Frame> newFrames,
      Palette newPalette,
      Optional<CellRef> cell) {
    panels = newPanels;
    frames = Optional.of(newFrames);
    palette = newPalette;
    cursor = cell;
    for (PositionPanel panel : panels) {
      // the whole is said when it is drawn
      canvas(panel.kind()).setAccessibleText(panel.title(newFrames.apply(1).texts()));
    }
    List<PanelKind> kinds = panels.stream().map(PositionPanel::kind).toList();
    stale.addAll(kinds);
    List<FigureCanvas> wanted = kinds.stream().map(this::canvas).toList();
    if (!getChildren().equals(wanted)) {
      getChildren().setAll(wanted);
    }
    requestLayout();
  }

  /** The canvas of a figure; it stays while figures come and go. */
  private FigureCanvas canvas(PanelKind kind) {
    return byKind.computeIfAbsent(kind, none -> canvases.get());
  }

  /** The canvas of a figure that is shown. */
  Optional<FigureCanvas> find(PanelKind kind) {
    return Optional.ofNullable(byKind.get(kind)).filter(getChildren()::contains);
  }

  /** Says which part of the sheet is in sight. */
  void seen(double from, double to) {
    seenFrom = from;
    seenTo = to;
    draw();
  }

  private PanelGrid grid(double width) {
    return frames
        .map(frame -> PanelGrid.of(panels, frame.apply(Math.max(width, 1))))
        .orElse(new PanelGrid(List.of(), 0));
  }

  private Figure figure(PositionPanel panel, double width, double height) {
    return panel.draw(frames.orElseThrow().apply(width).sized(width, height));
  }

  private void draw() {
    for (PositionPanel panel : panels) {
      FigureCanvas canvas = canvas(panel.kind());
      boolean near =
          canvas.getLayoutY() < seenTo + AHEAD
              && canvas.getLayoutY() + canvas.getHeight() > seenFrom - AHEAD;
      if (near && canvas.getHeight() > 0 && stale.remove(panel.kind())) {
        canvas.show((width, height) -> figure(panel, width, height), palette, cursor);
      }
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return grid(width > 0 ? width : getWidth()).height();
  }

  @Override
  protected void layoutChildren() {
    for (PanelGrid.Place place : grid(getWidth()).places()) {
      Rect rect = place.rect();
      FigureCanvas canvas = canvas(place.panel().kind());
      if (canvas.getWidth() != rect.width() || canvas.getHeight() != rect.height()) {
        stale.add(place.panel().kind());
      }
      canvas.resizeRelocate(rect.x(), rect.y(), rect.width(), rect.height());
    }
    draw();
  }

  /** Where a figure is, if it is shown. */
  Optional<Rect> placeOf(PanelKind kind) {
    return getWidth() <= 1
        ? Optional.empty()
        : grid(getWidth()).places().stream()
            .filter(place -> place.panel().kind() == kind)
            .map(PanelGrid.Place::rect)
            .findFirst();
  }

  /** Where something is shown first, if it is. */
  Optional<Rect> placeOf(List<Region> regions) {
    if (getWidth() <= 1) {
      return Optional.empty(); // nothing has a place before the first layout
    }
    for (PanelGrid.Place place : grid(getWidth()).places()) {
      Rect rect = place.rect();
      Figure figure = figure(place.panel(), rect.width(), rect.height());
      for (Region region : regions) {
        if (!figure.placesOf(region).isEmpty()) {
          return Optional.of(rect);
        }
      }
    }
    return Optional.empty();
  }

  /** All figures as one, those out of sight as well. */
  Figure figure() {
    return frames
        .map(frame -> grid(getWidth()).draw(frame.apply(getWidth())))
        .orElseThrow(() -> new IllegalStateException("nothing is shown yet"));
  }

  void point(List<Region> regions) {
    byKind.values().forEach(canvas -> canvas.point(regions));
  }
}
