package attentionscope.view;

import attentionscope.figure.FormulaMeasure;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.figure.paint.Formulas;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.transform.Scale;

/** A formula among words and controls. It stands on their line; style sheets colour its letters. */
public final class FormulaShape extends Region {

  private final double baseline;
  private final double width;
  private final double height;
  private final Scale scale = new Scale(1, 1);

  /**
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   * @param reading the same in words
   * @throws IllegalArgumentException if it isn't a formula
   */
  public FormulaShape(Formulas formulas, String latex, double size, String reading) {
    FormulaMeasure.Extent extent = formulas.extent(latex, size);
    width = extent.width();
    height = extent.height();
    baseline = extent.baseline();
    Rect place = new Rect(0, 0, width, height);
    Path letters = new Path();
    letters.getStyleClass().add("formula-letters");
    letters.setFillRule(FillRule.NON_ZERO);
    for (Mark.Piece piece :
        formulas.path(new Mark.Formula(place, latex, size, Tint.of(Ink.TEXT))).pieces()) {
      letters.getElements().add(element(piece));
    }
    letters.getTransforms().add(scale);
    getChildren().add(letters);
    getStyleClass().add("formula");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(reading);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  private static PathElement element(Mark.Piece piece) {
    return switch (piece) {
      case Mark.Piece.Move to -> new MoveTo(to.x(), to.y());
      case Mark.Piece.Straight to -> new LineTo(to.x(), to.y());
      case Mark.Piece.Curve to ->
          new CubicCurveTo(to.x1(), to.y1(), to.x2(), to.y2(), to.x(), to.y());
      case Mark.Piece.Close close -> new ClosePath();
    };
  }

  /** How wide it is at its own size. */
  double wanted() {
    return width;
  }

  /** How much smaller it is where there is less room than it takes; never larger. */
  private double scale(double room) {
    return room > 0 && width > room ? room / width : 1;
  }

  double width(double room) {
    return width * scale(room);
  }

  /** Above the line that its letters stand on. */
  double above(double room) {
    return baseline * scale(room);
  }

  /** Below that line. */
  double below(double room) {
    return (height - baseline) * scale(room);
  }

  /** Makes it as small as there is room. */
  void fit(double room) {
    scale.setX(scale(room));
    scale.setY(scale(room));
  }

  @Override
  protected double computePrefWidth(double forHeight) {
    return snapSizeX(width);
  }

  @Override
  protected double computePrefHeight(double forWidth) {
    return snapSizeY(height);
  }

  @Override
  public double getBaselineOffset() {
    return baseline;
  }
}
