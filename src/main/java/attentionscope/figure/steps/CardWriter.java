package attentionscope.figure.steps;

import attentionscope.analysis.Masked;
import attentionscope.figure.Frame;
import attentionscope.figure.explain.ExprLatex;
import attentionscope.figure.explain.Largest;
import attentionscope.figure.explain.Terms;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.steps.Table.Entry;
import attentionscope.figure.steps.Table.Tone;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final int rows;

  /**
   * @param rows how many lines a table may have
   */
  CardWriter(HeadNodes head, Moment moment, Frame frame, int rows) {
    this.head = head;
    this.moment = moment;
    this.frame = frame;
    this.rows = rows;
  }

  Card.Content write() {
    return switch (moment.step()) {
      case START -> content(say(), List.of(whole()), NONE);
      case DONE -> content(say(), List.of(whole()), NONE);
      case PRODUCTS ->
          content(say(query(), key()), List.of(dotProduct()), products(Optional.empty()));
      case SUM ->
          content(
              say(query(), key(), value()),
              List.of(dotProduct() + " = " + number(value())),
              products(Optional.of(value())));
      case SCALE, BIAS -> content(say(query(), key()), List.of(change()), NONE);
      case MASK -> content(masked(), List.of(change()), NONE);
      case MAX, EXP, TOTAL, DIVIDE -> softmax();
      case WEIGHTED ->
          content(say(query(), feature()), List.of(weightedSum()), weighted(Optional.empty()));
      case OUTPUT ->
          content(
              say(query(), feature(), value()),
              List.of(weightedSum() + " = " + number(value())),
              weighted(Optional.of(value())));
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

  // tables

  /** Features to the right; query, key and products below each other. */
  private Table products(Optional<Float> sum) {
    List<Expr> terms = Terms.of(explained());
    List<Integer> shown = Largest.of(terms);
    int more = terms.size() - shown.size();
    List<Entry> headings = new ArrayList<>(List.of(Entry.empty()));
    List<Entry> queries = new ArrayList<>(List.of(Entry.of("q · " + query(), Tone.QUERY)));
    List<Entry> keys = new ArrayList<>(List.of(Entry.of("k · " + key(), Tone.KEY)));
    List<Entry> products = new ArrayList<>(List.of(Entry.of("q × k", Tone.SOFT)));
    for (int index : shown) {
      headings.add(Entry.of(Integer.toString(index), Tone.HEAD));
      if (terms.get(index) instanceof Expr.Product product) {
        queries.add(entry(product.left(), Tone.PLAIN));
        keys.add(entry(product.right(), Tone.PLAIN));
      } else {
        queries.add(Entry.empty());
        keys.add(Entry.empty());
      }
      Tone tone = sum.isPresent() ? Tone.PLAIN : Tone.NOW;
      products.add(Entry.of(Numbers.prose(terms.get(index).value()), tone));
    }
    if (more > 0) {
      headings.add(Entry.of("… +" + more, Tone.HEAD));
      queries.add(Entry.of("…", Tone.SOFT));
      keys.add(Entry.of("…", Tone.SOFT));
      products.add(Entry.of("…", Tone.SOFT));
    }
    headings.add(Entry.of("Σ", Tone.HEAD));
    sum.ifPresent(
        value -> {
          queries.add(Entry.empty());
          keys.add(Entry.empty());
          products.add(new Entry(Numbers.prose(value), Tone.NOW, moment.cell()));
        });
    return new Table().line(headings).line(queries).line(keys).line(products);
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
        yield content(say(query(), row.max()), List.of(latex), softmaxTable(row));
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
        yield content(say(query(), key()), List.of(latex), softmaxTable(row));
      }
      case TOTAL -> {
        String latex = sum(row.powers()) + " = " + total;
        yield content(say(query(), row.total()), List.of(latex), softmaxTable(row));
      }
      default -> content(say(query(), key(), value()), List.of(equation()), softmaxTable(row));
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

  private Table softmaxTable(SoftmaxRow row) {
    Table table = new Table();
    table.line(
        List.of(
            Entry.of(frame.text("figure.steps.table.key"), Tone.HEAD),
            Entry.of("s", Tone.HEAD),
            Entry.of("s − max", Tone.HEAD),
            Entry.of("exp", Tone.HEAD),
            Entry.of("÷ Σ", Tone.HEAD)));
    List<Integer> shown = shown(row.weights());
    for (int j : shown) {
      table.line(softmaxLine(row, j));
    }
    int more = head.keys() - shown.size();
    boolean done = moment.step() == Step.DIVIDE && moment.column() == head.keys() - 1;
    float sum = 0;
    for (float weight : row.weights()) {
      sum += weight;
    }
    boolean one = Math.abs(sum - 1) < 1e-4;
    boolean totalled = moment.step() == Step.TOTAL || moment.step() == Step.DIVIDE;
    String total = totalled ? Numbers.prose(row.total()) : "";
    table.line(
        List.of(
            Entry.of(more > 0 ? "Σ (+" + more + ")" : "Σ", Tone.SOFT),
            Entry.empty(),
            Entry.empty(),
            Entry.of(total, moment.step() == Step.TOTAL ? Tone.NOW : Tone.SOFT),
            Entry.of(done ? Numbers.prose(sum) : "", one ? Tone.GOOD : Tone.BAD),
            Entry.of(done ? (one ? "✓" : "✗") : "", one ? Tone.GOOD : Tone.BAD)));
    return table;
  }

  private List<Entry> softmaxLine(SoftmaxRow row, int j) {
    Step step = moment.step();
    boolean powers = step == Step.TOTAL || step == Step.DIVIDE;
    boolean power = powers || (step == Step.EXP && j <= moment.column());
    boolean weight = step == Step.DIVIDE && j <= moment.column();
    boolean here = j == moment.column();
    boolean largest = step == Step.MAX && row.scores().get(j) == row.max();
    CellRef score = head.beforeSoftmax().ref(moment.row(), j);
    CellRef result = head.weights().ref(moment.row(), j);
    return List.of(
        Entry.of(key(j), here ? Tone.NOW : Tone.PLAIN),
        new Entry(
            Numbers.prose(row.scores().get(j)),
            largest ? Tone.NOW : Tone.PLAIN,
            Optional.of(score)),
        Entry.of(power ? Numbers.prose(row.shifted().get(j)) : "", Tone.PLAIN),
        Entry.of(
            power ? Numbers.prose(row.powers().get(j)) : "",
            step == Step.EXP && here ? Tone.NOW : Tone.PLAIN),
        new Entry(
            weight ? Numbers.prose(row.weights().get(j)) : "",
            here ? Tone.NOW : Tone.PLAIN,
            Optional.of(result)));
  }

  /** Keys downwards; weight, value and their product to the right. */
  private Table weighted(Optional<Float> sum) {
    int column = moment.column();
    Table table = new Table();
    table.line(
        List.of(
            Entry.of(frame.text("figure.steps.table.key"), Tone.HEAD),
            Entry.of("α", Tone.HEAD),
            Entry.of("v", Tone.HEAD),
            Entry.of("α × v", Tone.HEAD)));
    List<Expr> terms = Terms.of(explained());
    List<Float> sizes = terms.stream().map(Expr::value).toList();
    List<Integer> shown = shown(sizes);
    for (int j : shown) {
      float weight = head.weights().at(moment.row(), j);
      Node v = head.v();
      int keyRow = head.keyRow(moment.row(), j);
      table.line(
          List.of(
              Entry.of(key(j), Tone.PLAIN),
              new Entry(
                  Numbers.prose(weight),
                  Tone.PLAIN,
                  Optional.of(head.weights().ref(moment.row(), j))),
              new Entry(
                  Numbers.prose(v.at(keyRow, column)),
                  Tone.VALUE,
                  Optional.of(v.ref(keyRow, column))),
              Entry.of(
                  j < sizes.size() ? Numbers.prose(sizes.get(j)) : "",
                  sum.isPresent() ? Tone.PLAIN : Tone.NOW)));
    }
    int more = head.keys() - shown.size();
    table.line(
        List.of(
            Entry.of(more > 0 ? "Σ (+" + more + ")" : "Σ", Tone.SOFT),
            Entry.empty(),
            Entry.empty(),
            sum.map(value -> new Entry(Numbers.prose(value), Tone.NOW, moment.cell()))
                .orElse(Entry.empty())));
    return table;
  }

  /** The keys a table has room for: those that count most and the one that is on, in order. */
  private List<Integer> shown(List<Float> sizes) {
    int room = rows - 2;
    List<Integer> keys = IntStream.range(0, head.keys()).boxed().toList();
    if (keys.size() <= room) {
      return keys;
    }
    boolean byKey = moment.in(Stage.SOFTMAX) && moment.column() >= 0;
    return keys.stream()
        .sorted(
            Comparator.comparing((Integer j) -> !(byKey && j == moment.column()))
                .thenComparing(
                    j -> j < sizes.size() ? Math.abs(sizes.get(j)) : 0f, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .limit(room)
        .sorted()
        .toList();
  }

  private static Entry entry(Expr expr, Tone tone) {
    Optional<CellRef> ref =
        expr instanceof Expr.Cell cell ? Optional.of(cell.ref()) : Optional.empty();
    return new Entry(Numbers.prose(expr.value()), tone, ref);
  }
}
