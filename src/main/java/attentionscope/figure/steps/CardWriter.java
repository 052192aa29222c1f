package attentionscope.figure.steps;

import attentionscope.analysis.Masked;
import attentionscope.figure.Frame;
import attentionscope.figure.explain.ExprLatex;
import attentionscope.figure.explain.ExprSpeech;
import attentionscope.figure.explain.Largest;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says of a moment what has just been computed, with the run's own numbers. */
@BuildsKeys("figure.steps.say.")
final class CardWriter {

  private static final Table NONE = new Table();

  private final HeadNodes head;
  private final Moment moment;
  private final Frame frame;
  private final CardTables tables;

  /**
   * @param rows how many lines a table may have
   */
  CardWriter(HeadNodes head, Moment moment, Frame frame, int rows) {
    this.head = head;
    this.moment = moment;
    this.frame = frame;
    tables = new CardTables(head, moment, frame.texts(), rows);
  }

  Card.Content write() {
    boolean made = moment.cell().isPresent() && moment.step() != Step.EXP;
    if (made
        && explained() instanceof Expr.Changed changed
        && changed.by() instanceof Intervention.SetCell) {
      String said = new ExprSpeech(frame.texts()).sentence(changed);
      return content(said, List.of(ExprLatex.equation(changed.was())), NONE);
    }
    return switch (moment.step()) {
      case START -> content(say(), List.of(whole()), NONE);
      case DONE -> content(say(), List.of(whole()), NONE);
      case PRODUCTS ->
          content(say(query(), key()), List.of(dotProduct()), tables.products(Optional.empty()));
      case SUM ->
          content(
              say(query(), key(), value()),
              List.of(dotProduct() + " = " + number(value())),
              tables.products(Optional.of(value())));
      case SCALE, BIAS -> content(say(query(), key()), List.of(change()), NONE);
      case MASK -> content(masked(), List.of(change()), NONE);
      case MAX, EXP, TOTAL, DIVIDE -> softmax();
      case WEIGHTED ->
          content(
              say(query(), feature()), List.of(weightedSum()), tables.weighted(Optional.empty()));
      case OUTPUT ->
          content(
              say(query(), feature(), value()),
              List.of(weightedSum() + " = " + number(value())),
              tables.weighted(Optional.of(value())));
    };
  }

  private Card.Content content(String sentence, List<String> formulas, Table table) {
    return new Card.Content(place(), sentence, formulas, table);
  }

  /** Which cell of how many, within the stage. */
  private String place() {
    if (moment.row() < 0) {
      return "";
    }
    int columns = moment.in(Stage.VALUES) ? head.dV() : moment.in(Stage.SOFTMAX) ? 0 : head.keys();
    return columns == 0
        ? frame.text("figure.steps.row", moment.row(), head.queries())
        : frame.text("figure.steps.cell", moment.row(), moment.column());
  }

  private String say(Object... args) {
    return frame.text("figure.steps.say." + moment.step().key(), args);
  }

  private String query() {
    return head.scores().rows().label(moment.row());
  }

  private String key() {
    return key(moment.column());
  }

  private String key(int column) {
    return head.k().rows().label(head.keyRow(moment.row(), column));
  }

  private String feature() {
    return AxisNames.entry(head.output().columns(), moment.column(), frame.texts());
  }

  private Node node() {
    return switch (moment.step()) {
      case PRODUCTS, SUM, START, DONE -> head.scores();
      case SCALE -> linkNode(Stage.SCALE);
      case BIAS -> linkNode(Stage.BIAS);
      case MASK -> linkNode(Stage.MASK);
      case MAX, EXP, TOTAL, DIVIDE -> head.weights();
      case WEIGHTED, OUTPUT -> head.output();
    };
  }

  private Node linkNode(Stage stage) {
    return head.link(stage).map(HeadNodes.Link::node).orElse(head.scores());
  }

  private float value() {
    return node().at(moment.row(), moment.column());
  }

  private Expr explained() {
    return node().explain(moment.row(), moment.column());
  }

  private static String number(float value) {
    return ExprLatex.number(value);
  }

  // formulas

  /** Vaswani et al. 2017, equation 1, as far as this run has it. */
  private String whole() {
    String scores = head.active(Stage.SCALE) ? "\\frac{QK^{\\top}}{\\sqrt{d_k}}" : "QK^{\\top}";
    String bias = head.active(Stage.BIAS) ? " + B" : "";
    String mask = head.active(Stage.MASK) ? " + M" : "";
    return "\\mathrm{Attention}(Q, K, V) = \\mathrm{softmax}\\left("
        + scores
        + bias
        + mask
        + "\\right) V";
  }

  private String dotProduct() {
    int key = head.keyRow(moment.row(), moment.column());
    return "q_{%d} \\cdot k_{%d} = \\sum_{i} q_{%d,i}\\, k_{%d,i}"
        .formatted(moment.row(), key, moment.row(), key);
  }

  private String weightedSum() {
    return "o_{%d,%d} = \\sum_{j} \\alpha_{%d,j}\\, v_{j,%d}"
        .formatted(moment.row(), moment.column(), moment.row(), moment.column());
  }

  private String equation() {
    return ExprLatex.equation(explained());
  }

  /** A change of a score: with letters, with numbers, and what comes out. */
  private String change() {
    String score = "s_{%d,%d}".formatted(moment.row(), moment.column());
    String letters =
        switch (moment.step()) {
          case SCALE -> "\\frac{" + score + "}{\\sqrt{d_k}}";
          case BIAS -> score + " + b_{%d,%d}".formatted(moment.row(), moment.column());
          default -> score + " + m_{%d,%d}".formatted(moment.row(), moment.column());
        };
    return letters + " = " + equation();
  }

  private String masked() {
    boolean hidden = Masked.at(node(), moment.row(), moment.column());
    return frame.text(
        hidden ? "figure.steps.say.mask.hidden" : "figure.steps.say.mask.open", query(), key());
  }

  private Card.Content softmax() {
    SoftmaxRow row = SoftmaxRow.of(head.weights(), moment.row());
    if (!row.complete()) {
      // the weights were replaced: nothing lies between scores and weights
      return content(frame.text("figure.steps.say.replaced", query()), List.of(), NONE);
    }
    String max = number(row.max());
    String total = number(row.total());
    return switch (moment.step()) {
      case MAX -> {
        String latex = ExprLatex.of(new Expr.Max(scores())) + " = " + max;
        yield content(say(query(), row.max()), List.of(latex), tables.softmax(row));
      }
      case EXP -> {
        int j = moment.column();
        String latex =
            "e^{"
                + number(row.scores().get(j))
                + " - "
                + (row.max() < 0 ? "(" + max + ")" : max)
                + "} = "
                + number(row.powers().get(j));
        yield content(say(query(), key()), List.of(latex), tables.softmax(row));
      }
      case TOTAL -> {
        String latex = sum(row.powers()) + " = " + total;
        yield content(say(query(), row.total()), List.of(latex), tables.softmax(row));
      }
      default -> content(say(query(), key(), value()), List.of(equation()), tables.softmax(row));
    };
  }

  private List<Expr> scores() {
    return IntStream.range(0, head.keys())
        .mapToObj(j -> head.beforeSoftmax().cell(moment.row(), j))
        .toList();
  }

  private static String sum(List<Float> powers) {
    List<Expr> terms = powers.stream().<Expr>map(power -> Expr.Constant.of(power)).toList();
    List<String> shown =
        new ArrayList<>(
            Largest.of(terms).stream().map(index -> number(powers.get(index))).toList());
    if (shown.size() < powers.size()) {
      shown.add("\\underbrace{\\cdots}_{" + (powers.size() - shown.size()) + "}");
    }
    return String.join(" + ", shown);
  }
}
