package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadGroup;
import java.util.ArrayList;
import java.util.List;

/** The line of the sizes that have names: tokens n, d_model, heads, d_k, d_v. */
final class Facts {

  private static final double LARGEST = 13;
  private static final double SMALLEST = 9;

  private Facts() {}

  /**
   * A named size.
   *
   * @param word before the symbol; may be empty
   */
  private record Fact(String word, Symbol symbol, String value) {

    double width(Type type, TextMeasure measure) {
      return measure.width(before(), type)
          + symbol.width(type, measure)
          + measure.width(" = ", type)
          + measure.width(value, bold(type));
    }

    private String before() {
      return word.isEmpty() ? "" : word + " ";
    }

    double draw(Drawing drawing, double x, double y, Type type) {
      TextMeasure measure = drawing.measure();
      drawing.text(x, y, before(), type, Ink.SOFT, Align.START);
      double at = symbol.draw(drawing, x + measure.width(before(), type), y, type, Ink.SOFT);
      drawing.text(at, y, " = ", type, Ink.SOFT, Align.START);
      at += measure.width(" = ", type);
      drawing.text(at, y, value, bold(type), Ink.TEXT, Align.START);
      return at + measure.width(value, bold(type));
    }

    private static Type bold(Type type) {
      return type.weight(Type.Weight.BOLD);
    }
  }

  static void draw(Drawing drawing, AttentionNodes nodes, SizePlan plan, Rect line) {
    List<Fact> facts = facts(drawing, nodes, plan);
    String name = site(drawing, nodes);
    Type type = Type.ui(LARGEST);
    while (type.size() > SMALLEST && width(facts, type, drawing.measure()) > line.width()) {
      type = type.size(type.size() - 0.5);
    }
    double facing = width(facts, type, drawing.measure());
    double y = drawing.measure().baselineIn(line, type);
    Type title = type.weight(Type.Weight.SEMIBOLD);
    double x = line.x();
    if (drawing.measure().width(name, title) + 24 + facing <= line.width()) {
      drawing.text(line.x(), y, name, title, Ink.TEXT, Align.START);
      x = line.right() - facing;
    }
    for (int i = 0; i < facts.size(); i++) {
      if (i > 0) {
        x += gap(type) / 2;
        drawing.text(x, y, "·", type, Ink.FAINT, Align.MIDDLE);
        x += gap(type) / 2;
      }
      x = facts.get(i).draw(drawing, x, y, type);
    }
  }

  /** {@code Encoder self-attention, layer 0}. */
  static String site(Drawing drawing, AttentionNodes nodes) {
    return drawing
        .frame()
        .text(
            "figure.shapes.site",
            HeadGroup.name(nodes.site(), drawing.frame().texts()),
            nodes.site().layer());
  }

  private static double gap(Type type) {
    return type.size() * 1.3;
  }

  private static double width(List<Fact> facts, Type type, TextMeasure measure) {
    return facts.stream().mapToDouble(fact -> fact.width(type, measure)).sum()
        + (facts.size() - 1) * gap(type);
  }

  private static List<Fact> facts(Drawing drawing, AttentionNodes nodes, SizePlan plan) {
    List<Fact> facts = new ArrayList<>();
    String tokens = drawing.frame().text("figure.shapes.facts.tokens");
    int queries = nodes.head().scores().rows().length();
    int keys = nodes.head().scores().columns().size();
    boolean cross = nodes.inputs().size() != 1;
    if (cross || queries != keys) {
      facts.add(new Fact(tokens, Symbol.of("n", "Q"), whole(queries)));
      facts.add(new Fact("", Symbol.of("n", "K"), whole(keys)));
    } else {
      facts.add(new Fact(tokens, Symbol.of("n"), whole(queries)));
    }
    plan.size(Part.QUERY_INPUT)
        .ifPresent(size -> facts.add(new Fact("", Symbol.of("d", "model"), whole(size.columns()))));
    facts.add(
        new Fact(
            drawing.frame().text("figure.shapes.facts.heads"),
            Symbol.of("h"),
            whole(nodes.heads())));
    plan.size(Part.HEAD_KEYS)
        .ifPresent(size -> facts.add(new Fact("", Symbol.of("d", "k"), widths(plan, size.rows()))));
    plan.size(Part.HEAD_VALUES)
        .ifPresent(size -> facts.add(new Fact("", Symbol.of("d", "v"), whole(size.columns()))));
    return facts;
  }

  /** The width of keys; where queries have another, both. */
  private static String widths(SizePlan plan, int keys) {
    int queries = plan.size(Part.HEAD_QUERIES).map(MatrixSize::columns).orElse(keys);
    return queries == keys ? whole(keys) : whole(queries) + " ≠ " + whole(keys);
  }

  private static String whole(int number) {
    return Integer.toString(number);
  }
}
