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

  private final FormulaShape whole;
  private final List<FormulaShape> parts = new ArrayList<>();

  /**
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   */
  public FormulaFlow(Formulas formulas, String latex, double size) {
    super(Orientation.HORIZONTAL, size * 0.3, size * 0.35);
    setRowValignment(VPos.BASELINE);
    setMinWidth(0);
    getStyleClass().add("formula-flow");
    whole = new FormulaShape(formulas, latex, size, latex);
    getChildren().add(whole);
    List<String> texts = parts(latex);
    if (texts.size() > 1) {
      for (String part : texts) {
        FormulaShape shape = new FormulaShape(formulas, part, size, part);
        parts.add(shape);
        getChildren().add(shape);
      }
    }
    choose(Double.MAX_VALUE);
  }

  /** In one piece where it fits; else in parts, of which one that is too wide gets smaller. */
  private void choose(double room) {
    boolean broken = !parts.isEmpty() && whole.wanted() > room;
    set(whole, !broken, room);
    parts.forEach(part -> set(part, broken, room));
  }

  private static void set(FormulaShape shape, boolean shown, double room) {
    shape.setVisible(shown);
    shape.setManaged(shown);
    shape.fit(room);
  }

  @Override
  protected void layoutChildren() {
    choose(getWidth() - snappedLeftInset() - snappedRightInset());
    super.layoutChildren();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width > 0) {
      choose(width - snappedLeftInset() - snappedRightInset());
    }
    return super.computePrefHeight(width);
  }

  /** Cut before each sign that stands in no brackets. */
  static List<String> parts(String latex) {
    List<String> parts = new ArrayList<>();
    if (latex.contains("\\begin")) {
      return List.of(latex); // several lines already
    }
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
