package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Continue;
import attentionscope.op.Given;
import attentionscope.op.GrowingRows;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * The keys and values that earlier steps have computed (a cache), so that a step computes its own
 * rows only. It serves one step, which notes what the next one will need; {@link #after} makes the
 * past of that. Earlier pasts stay as they are, so a run can be continued in several ways.
 *
 * <p>Its nodes: {@code <x>.cache}, what was there, and {@code <x>.all}, followed by the new rows of
 * x; of what does not grow, {@code <x>.cache} and {@code <x>}.
 */
public final class Past {

  /**
   * A matrix that is kept.
   *
   * @param id {@code decoder.0.self.head.2.k}
   * @param rows one a token, of all samples
   * @param columns how long each is
   * @param grows whether each step puts its own rows below
   */
  public record Matrix(TensorId id, int rows, int columns, boolean grows) {}

  /** A matrix of P·T' rows, and where it grows. */
  private record Kept(FMatrixRMaj rows, Axis columns, GrowingRows room, Axis axis, boolean grows) {}

  private final Axis rows;
  private final List<Boolean> padding;
  private final List<Integer> continued;
  private final Map<TensorId, Kept> earlier;
  private final Map<TensorId, Kept> noted = new LinkedHashMap<>();

  private Past(
      Axis rows, List<Boolean> padding, List<Integer> continued, Map<TensorId, Kept> earlier) {
    this.rows = rows;
    this.padding = List.copyOf(padding);
    this.continued = List.copyOf(continued);
    this.earlier = earlier;
  }

  /** Before the first step. */
  public static Past none() {
    return new Past(Axis.features(0), List.of(), List.of(), Map.of());
  }

  /** How many rows of each sample there were before: T'. */
  public int length() {
    return rows.length();
  }

  /** Whether nothing was before. */
  public boolean isBeginning() {
    return length() == 0;
  }

  /**
   * What the next step continues.
   *
   * @param now the rows of this step, B·n
   * @param itsPadding for each of them whether it is padding
   * @param next for each sample of the next step which sample of this one it continues
   */
  public Past after(Axis now, List<Boolean> itsPadding, List<Integer> next) {
    return new Past(all(now), padding(now.samples(), itsPadding), next, noted);
  }

  /** What the next step will find. */
  public List<Matrix> kept() {
    List<Matrix> all = new ArrayList<>();
    noted.forEach(
        (id, kept) -> all.add(new Matrix(id, kept.rows.numRows, kept.rows.numCols, kept.grows)));
    return all;
  }

  /** The rows before and those of this step, B·(T' + n). */
  public Axis all(Axis now) {
    if (isBeginning()) {
      return now;
    }
    List<String> labels =
        rows.labels().isEmpty() || now.labels().isEmpty()
            ? List.of()
            : joined(rows.labels(), now.labels(), now.samples());
    return new Axis(now.role(), Axis.Part.NONE, now.samples(), length() + now.length(), labels);
  }

  /** For all rows whether they are padding. */
  public List<Boolean> padding(int samples, List<Boolean> now) {
    return isBeginning() ? now : joined(padding, now, samples);
  }

  private <T> List<T> joined(List<T> before, List<T> now, int samples) {
    List<T> all = new ArrayList<>();
    int fresh = now.size() / samples;
    for (int sample = 0; sample < samples; sample++) {
      int from = continued.get(sample) * length();
      all.addAll(before.subList(from, from + length()));
      all.addAll(now.subList(sample * fresh, (sample + 1) * fresh));
    }
    return all;
  }

  /** The rows of x, with those of earlier steps above them. */
  Node continued(Graph graph, Node x) throws Problem {
    if (isBeginning()) {
      note(x.id(), x, new GrowingRows(), true);
      return x;
    }
    Kept kept = find(x.id());
    Node cache = cache(graph, x.id(), kept);
    Continue op = new Continue(length(), continued, kept.room);
    Node all = graph.record(x.id().child("all"), op, all(x.rows()).keys(), x.columns(), cache, x);
    note(x.id(), all, kept.room, true);
    return all;
  }

  /** Keeps a matrix that later steps take as it is. */
  void keep(Node x) {
    note(x.id(), x, new GrowingRows(), false);
  }

  /** What was kept, for the samples of this step. */
  Node kept(Graph graph, TensorId id) throws Problem {
    Kept kept = find(id);
    Node cache = cache(graph, id, kept);
    Axis axis = kept.axis;
    List<String> labels =
        axis.labels().isEmpty()
            ? List.of()
            : continued.stream()
                .flatMap(
                    sample ->
                        axis
                            .labels()
                            .subList(sample * axis.length(), (sample + 1) * axis.length())
                            .stream())
                .toList();
    Axis chosen = new Axis(axis.role(), axis.part(), continued.size(), axis.length(), labels);
    Continue op = new Continue(axis.length(), continued, kept.room);
    Node all = graph.record(id, op, chosen, kept.columns, cache);
    note(id, all, kept.room, false);
    return all;
  }

  private static Node cache(Graph graph, TensorId id, Kept kept) throws Problem {
    Given given = new Given("cache", kept.rows, new Origin.Earlier());
    return graph.record(id.child("cache"), given, kept.axis, kept.columns);
  }

  private Kept find(TensorId id) {
    return Optional.ofNullable(earlier.get(id))
        .orElseThrow(() -> new IllegalStateException("no earlier step has computed " + id));
  }

  private void note(TensorId id, Node x, GrowingRows room, boolean grows) {
    noted.put(id, new Kept(x.value(), x.columns(), room, x.rows(), grows));
  }
}
