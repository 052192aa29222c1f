package attentionscope.view.model;

import attentionscope.view.canvas.FigureCanvas;
import java.util.function.DoubleBinaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

/** A figure as high as it has to be, which is scrolled where that is more than there is. */
final class TallFigure extends ScrollPane {

  private final FigureCanvas canvas;
  private final Sheet sheet = new Sheet();
  private DoubleBinaryOperator height = (width, room) -> room;

  TallFigure(FigureCanvas canvas) {
    this.canvas = canvas;
    sheet.getChildren().add(canvas);
    setContent(sheet);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(0);
    setPrefHeight(0);
    setFocusTraversable(false);
    viewportBoundsProperty().addListener(property -> sheet.requestLayout());
  }

  /**
   * @param now how high the figure has to be in a width and a height
   */
  void setHeight(DoubleBinaryOperator now) {
    height = now;
    sheet.requestLayout();
  }

  /** Brings a part of the figure into sight. */
  void reveal(double top, double bottom) {
    double seen = getViewportBounds().getHeight();
    double hidden = sheet.getHeight() - seen;
    if (hidden <= 0) {
      return;
    }
    double from = hidden * getVvalue();
    if (top < from) {
      setVvalue(Math.max(0, top / hidden));
    } else if (bottom > from + seen) {
      setVvalue(Math.min(1, (bottom - seen) / hidden));
    }
  }

  private final class Sheet extends Pane {
    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double none) {
      return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
      double room = TallFigure.this.getHeight();
      return Math.max(room, Math.ceil(height.applyAsDouble(Math.max(1, width), room)));
    }

    @Override
    protected void layoutChildren() {
      canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    }
  }
}
