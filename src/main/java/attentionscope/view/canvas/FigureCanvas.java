package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Palette;
import attentionscope.figure.Target;
import attentionscope.figure.paint.Formulas;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * Shows a figure: paints it at the size there is, tells what the pointer is over and what is
 * pressed, and moves from cell to cell with the arrow keys.
 */
public final class FigureCanvas extends Pane {

  private static final Figure NOTHING = new Figure(0, 0, List.of(), List.of(), List.of());

  private static final double SMALL = 120;

  private final Formulas formulas;
  private final Canvas picture = new Canvas();
  private final Canvas overlay = new Canvas();

  private SizedFigure drawing = (width, height) -> NOTHING;
  private Palette palette = Palette.LIGHT;
  private Figure figure = NOTHING;
  private boolean stale = true;

  private Optional<CellRef> cursor = Optional.empty();
  private Optional<Hit.Found> hovered = Optional.empty();
  private List<Region> pointed = List.of();
  private Optional<Target> pressed = Optional.empty();

  private Consumer<Target> onPress = target -> {};
  private Consumer<Target> onOpen = target -> {};
  private Consumer<Target> onExplain = target -> {};
  private Predicate<CellRef> onToggle = cell -> false;
  private Consumer<Optional<Hit.Found>> onHover = found -> {};

  public FigureCanvas(Formulas formulas) {
    this.formulas = formulas;
    getStyleClass().add("figure-canvas");
    getChildren().addAll(picture, overlay);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(figure.at(e.getX(), e.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, e -> hover(Optional.empty()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    focusedProperty().addListener((property, was, is) -> paintOverlay());
  }

  /** What a click on a place asks for. */
  public void setOnPress(Consumer<Target> handler) {
    onPress = handler;
  }

  /** What Enter on a cell asks for. */
  public void setOnExplain(Consumer<Target> handler) {
    onExplain = handler;
  }

  /** What a double click on a place asks for. */
  public void setOnOpen(Consumer<Target> handler) {
    onOpen = handler;
  }

  /**
   * What the space bar on a cell asks for.
   *
   * @param handler answers whether the cell can be toggled; else the key is left to others
   */
  public void setOnToggle(Predicate<CellRef> handler) {
    onToggle = handler;
  }

  /** Told what the pointer is over, and when it is over nothing. */
  public void setOnHover(Consumer<Optional<Hit.Found>> handler) {
    onHover = handler;
  }

  /**
   * Shows another figure.
   *
   * @param cell the cell that the arrow keys start from
   */
  public void show(SizedFigure newFigure, Palette newPalette, Optional<CellRef> cell) {
    drawing = newFigure;
    palette = newPalette;
    cursor = cell;
    stale = true;
    requestLayout();
  }

  /** Outlines what something elsewhere, such as a word in a text, points at. */
  public void point(List<Region> regions) {
    if (!pointed.equals(regions)) {
      pointed = List.copyOf(regions);
      paintOverlay();
    }
  }

  /** The figure as it stands, at the size it was last painted. */
  public Figure figure() {
    return figure;
  }

  /** Takes what there is, whatever it was painted on before. */
  @Override
  protected double computePrefWidth(double height) {
    return SMALL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return SMALL;
  }

  @Override
  protected void layoutChildren() {
    double width = snapSizeX(getWidth());
    double height = snapSizeY(getHeight());
    boolean resized = picture.getWidth() != width || picture.getHeight() != height;
    boolean empty = width <= 0 || height <= 0;
    if (empty || !(stale || resized)) {
      return;
    }
    for (Canvas canvas : List.of(picture, overlay)) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
    stale = false;
    figure = drawing.at(width, height);
    picture.getGraphicsContext2D().clearRect(0, 0, width, height);
    new FigurePainter(picture.getGraphicsContext2D(), palette, formulas).paint(figure);
    hovered = Optional.empty();
    paintOverlay();
    if (!figure.reading().isEmpty()) {
      setAccessibleText(reading());
    }
  }

  private String reading() {
    String whole = String.join(" ", figure.reading());
    return cursor
        .flatMap(ref -> CellCursor.place(figure, ref))
        .flatMap(place -> figure.at(place.centerX(), place.centerY()))
        .map(Hit.Found::reading)
        .map(cell -> cell + " " + whole)
        .orElse(whole);
  }

  private void paintOverlay() {
    overlay.getGraphicsContext2D().clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    new Overlay(overlay.getGraphicsContext2D(), palette)
        .paint(figure, hovered, pointed, isFocused() ? cursor : Optional.empty());
  }

  private void hover(Optional<Hit.Found> found) {
    if (!found.map(Hit.Found::target).equals(hovered.map(Hit.Found::target))) {
      hovered = found;
      setCursor(found.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
      paintOverlay();
      onHover.accept(found);
    }
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    Optional<Target> target = figure.at(event.getX(), event.getY()).map(Hit.Found::target);
    // small cells lie so close together that two clicks on two of them come as a double click
    boolean again = event.getClickCount() == 2 && target.equals(pressed);
    pressed = target;
    target.ifPresent(again ? onOpen : onPress);
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Optional<CellRef> next =
        switch (event.getCode()) {
          case LEFT -> step(CellCursor.Way.LEFT);
          case RIGHT -> step(CellCursor.Way.RIGHT);
          case UP -> step(CellCursor.Way.UP);
          case DOWN -> step(CellCursor.Way.DOWN);
          default -> Optional.empty();
        };
    switch (event.getCode()) {
      case LEFT, RIGHT, UP, DOWN -> {
        next.ifPresent(ref -> onPress.accept(new Target.Cell(ref)));
        event.consume();
      }
      case SPACE -> {
        if (!event.isShiftDown() && cursor.filter(onToggle).isPresent()) {
          event.consume();
        }
      }
      case ENTER -> {
        cursor.ifPresent(ref -> onExplain.accept(new Target.Cell(ref)));
        event.consume();
      }
      default -> {}
    }
  }

  private Optional<CellRef> step(CellCursor.Way way) {
    return cursor
        .map(ref -> CellCursor.next(figure, ref, way))
        .orElseGet(() -> CellCursor.start(figure));
  }
}
