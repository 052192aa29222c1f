package attentionscope.view;

import attentionscope.figure.paint.Formulas;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.layout.FlowPane;

/**
 * A formula that goes on in the next line where it is too long, before a plus or an equals sign.
 */
public final class FormulaFlow extends FlowPane {

  /**
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   */
  public FormulaFlow(Formulas formulas, String latex, double size) {
    super(Orientation.HORIZONTAL, size * 0.3, size * 0.35);
    setRowValignment(VPos.BASELINE);
    setMinWidth(0);
    getStyleClass().add("formula-flow");
    for (String part : parts(latex)) {
      getChildren().add(new FormulaShape(formulas, part, size, part));
    }
  }

  /** A part that is wider than all there is gets smaller. */
  @Override
  protected void layoutChildren() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    getChildren().forEach(child -> ((FormulaShape) child).fit(room));
    super.layoutChildren();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width > 0) {
      double room = width - snappedLeftInset() - snappedRightInset();
      getChildren().forEach(child -> ((FormulaShape) child).fit(room));
    }
    return super.computePrefHeight(width);
  }

  /** Cut before each sign that stands in no brackets. */
  static List<String> parts(String latex) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < latex.length(); i++) {
      char c = latex.charAt(i);
      if (c == '{' || latex.startsWith("\\left", i)) {
        depth++;
      } else if (c == '}' || latex.startsWith("\\right", i)) {
        depth--;
      } else if (depth == 0 && i > start && (c == '+' || c == '=') && latex.charAt(i - 1) == ' ') {
        parts.add(signed(latex.substring(start, i)));
        start = i;
      }
    }
    parts.add(signed(latex.substring(start)));
    return parts;
  }

  /** TeX would take a sign at the start for that of a number, and set it close. */
  private static String signed(String part) {
    String text = part.strip();
    return text.startsWith("+") || text.startsWith("=")
        ? text.charAt(0) + "\\;" + text.substring(1).strip()
        : text;
  }
}
