package attentionscope.view;

import attentionscope.figure.paint.Formulas;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A formula that goes on in the next line where it is too long, before a plus or an equals sign. A
 * part that is still too wide gets smaller.
 */
public final class FormulaFlow extends Region {

  private final double across;
  private final double down;
  private final FormulaShape whole;
  private final List<FormulaShape> parts = new ArrayList<>();

  /**
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   */
  public FormulaFlow(Formulas formulas, String latex, double size) {
    across = size * 0.3;
    down = size * 0.35;
    getStyleClass().add("formula-flow");
    whole = new FormulaShape(formulas, latex, size, latex);
    List<String> texts = parts(latex);
    if (texts.size() > 1) {
      texts.forEach(text -> parts.add(new FormulaShape(formulas, text, size, text)));
    }
    getChildren().add(whole);
    getChildren().addAll(parts);
    getChildren().forEach(shape -> shape.setManaged(false));
  }

  /** Shapes on one line, on whose baseline they stand. */
  private record Row(List<FormulaShape> shapes, double above, double below) {}

  private List<Row> rows(double room) {
    if (parts.isEmpty() || whole.wanted() <= room) {
      return List.of(row(List.of(whole), room));
    }
    List<Row> rows = new ArrayList<>();
    List<FormulaShape> line = new ArrayList<>();
    double end = 0;
    for (FormulaShape part : parts) {
      double width = part.width(room);
      if (!line.isEmpty() && end + across + width > room) {
        rows.add(row(line, room));
        line.clear();
        end = 0;
      }
      end += line.isEmpty() ? width : across + width;
      line.add(part);
    }
    rows.add(row(line, room));
    return rows;
  }

  private static Row row(List<FormulaShape> shapes, double room) {
    double above = 0;
    double below = 0;
    for (FormulaShape shape : shapes) {
      above = Math.max(above, shape.above(room));
      below = Math.max(below, shape.below(room));
    }
    return new Row(List.copyOf(shapes), above, below);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(whole.wanted());
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Row> rows = rows(width < 0 ? Double.MAX_VALUE : width);
    double height = down * (rows.size() - 1);
    for (Row row : rows) {
      height += row.above() + row.below();
    }
    return Math.ceil(height);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth();
    List<Row> rows = rows(room);
    getChildren().forEach(shape -> shape.setVisible(false));
    double y = 0;
    for (Row row : rows) {
      double x = 0;
      for (FormulaShape shape : row.shapes()) {
        shape.setVisible(true);
        shape.fit(room);
        shape.resizeRelocate(
            x,
            y + row.above() - shape.above(room),
            shape.width(room),
            shape.above(room) + shape.below(room));
        x += shape.width(room) + across;
      }
      y += row.above() + row.below() + down;
    }
  }

  /** Cut before each sign that stands in no brackets. */
  static List<String> parts(String latex) {
    if (latex.contains("\\begin")) {
      return List.of(latex); // several lines already
    }
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
