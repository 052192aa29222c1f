package attentionscope.figure.steps;

import attentionscope.figure.explain.Largest;
import attentionscope.figure.explain.Terms;
import attentionscope.figure.steps.Table.Entry;
import attentionscope.figure.steps.Table.Tone;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers of a moment as tables: products, softmax of a row, weighted values. */
final class CardTables {

  private final HeadNodes head;
  private final Moment moment;
  private final Texts texts;
  private final int rows;

  /**
   * @param rows how many lines a table may have
   */
  CardTables(HeadNodes head, Moment moment, Texts texts, int rows) {
    this.head = head;
    this.moment = moment;
    this.texts = texts;
    this.rows = rows;
  }

  private String query() {
    return head.scores().rows().label(moment.row());
  }

  private String key(int column) {
    return head.k().rows().label(head.keyRow(moment.row(), column));
  }

  /** Features to the right; query, key and products below each other. */
  Table products(Optional<Float> sum) {
    List<Expr> terms = Terms.of(head.scores().explain(moment.row(), moment.column()));
    List<Integer> shown = Largest.of(terms);
    int more = terms.size() - shown.size();
    List<Entry> headings = new ArrayList<>(List.of(Entry.empty()));
    List<Entry> queries = new ArrayList<>(List.of(Entry.of("q · " + query(), Tone.QUERY)));
    List<Entry> keys = new ArrayList<>(List.of(Entry.of("k · " + key(moment.column()), Tone.KEY)));
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

  Table softmax(SoftmaxRow row) {
    Table table = new Table();
    table.line(
        List.of(
            Entry.of(texts.get("figure.steps.table.key"), Tone.HEAD),
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
  Table weighted(Optional<Float> sum) {
    int column = moment.column();
    Table table = new Table();
    table.line(
        List.of(
            Entry.of(texts.get("figure.steps.table.key"), Tone.HEAD),
            Entry.of("α", Tone.HEAD),
            Entry.of("v", Tone.HEAD),
            Entry.of("α × v", Tone.HEAD)));
    List<Expr> terms = Terms.of(head.output().explain(moment.row(), column));
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
