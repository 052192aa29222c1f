package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.Masks;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Parameters;
import attentionscope.nn.SeededParameters;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.op.Given;
import attentionscope.op.Lookup;
import attentionscope.op.RowRange;
import attentionscope.op.Scale;
import attentionscope.op.Subtract;
import attentionscope.tensor.Axis;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.ejml.data.FMatrixRMaj;

/**
 * A positional encoding at work: the study of the code itself ({@link PositionStudy}), its addition
 * to a sentence ({@code source.embedding}, {@code source.scaled}, {@code source.position}, {@code
 * source.input}), and the shuffle test.
 *
 * <p>The shuffle test puts the sentence through one untrained encoder layer twice, as it is and in
 * another order, as two samples of one batch. {@code shuffle.plain} and {@code shuffle.restored}
 * are the two results, the second with its rows put back in the first one's order; {@code
 * shuffle.difference} is what is left. Without positions that is rounding alone: a layer without a
 * mask can't see order.
 *
 * @param study the encoding
 * @param words the sentence; any words, each has a vector drawn for it
 * @param order which word stands where in the shuffled sentence
 */
public record PositionRun(PositionStudy study, List<String> words, List<Integer> order) {

  private static final long SEED = 17;
  private static final TensorId SHUFFLE = TensorId.of("shuffle");

  public PositionRun {
    words = List.copyOf(words);
    order = List.copyOf(order);
    if (order.size() != words.size()) {
      throw new IllegalArgumentException(words.size() + " words in the order " + order);
    }
  }

  /**
   * The first word goes to the end. Reversing would not do: it leaves every distance as it was, and
   * a code that knows distances alone, such as ALiBi without a mask, could not see it.
   */
  public static PositionRun firstWordLast(PositionStudy study, List<String> words) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      order.add((i + 1) % words.size());
    }
    return new PositionRun(study, words, order);
  }

  /**
   * Computes all of it.
   *
   * @throws Problem when the sentence is longer than the study, or a change does not fit
   */
  public Trace run(List<Intervention> interventions) throws Problem {
    if (words.size() > study.length()) {
      throw new Problem("model.problem.positions", words.size(), study.length());
    }
    Graph graph = new Graph(new Tape(interventions), new SeededParameters(SEED));
    study.record(graph);
    if (!words.isEmpty()) {
      shuffle(graph, sentence(graph));
    }
    return graph
        .tape()
        .finish(
            new Provenance(
                study.encoding().getClass().getSimpleName(),
                graph.parameters().origin(),
                String.join(" ", words),
                interventions));
  }

  /** Both orders of the sentence as two samples, embedded and with their positions: 2·T x d. */
  private Node sentence(Graph graph) throws Problem {
    List<String> both = new ArrayList<>(words);
    order.forEach(from -> both.add(words.get(from)));
    Axis tokens = new Axis(Axis.Role.SOURCE_TOKENS, Axis.Part.NONE, 2, words.size(), both);
    FMatrixRMaj vectors = new FMatrixRMaj(both.size(), study.width());
    for (int row = 0; row < both.size(); row++) {
      FMatrixRMaj vector = vector(both.get(row));
      System.arraycopy(vector.data, 0, vectors.data, row * study.width(), study.width());
    }
    Node embedding =
        graph.record(
            TensorId.of("source.embedding"),
            new Given("embedding", vectors, new Origin.Seed(SEED)),
            tokens,
            Axis.features(study.width()));
    Node scaled =
        graph.record(
            TensorId.of("source.scaled"),
            Scale.timesRootOfModelWidth(study.width()),
            tokens,
            embedding.columns(),
            embedding);
    return study.encoding().add(graph, TensorId.of("source"), scaled);
  }

  /** A word has the same vector wherever it stands and whatever else is typed. */
  private FMatrixRMaj vector(String word) {
    CRC32C hash = new CRC32C();
    hash.update(word.getBytes(StandardCharsets.UTF_8));
    return new SeededParameters(SEED)
        .matrix(TensorId.of("word.w" + hash.getValue()), 1, study.width(), Parameters.Kind.TABLE);
  }

  private void shuffle(Graph graph, Node input) throws Problem {
    int length = words.size();
    Node mask =
        graph.mask(
            TensorId.of("encoder.self.mask"),
            Masks.none(2, length, length),
            input.rows(),
            input.rows());
    Node output = layer().encode(graph, TensorId.of("encoder"), input, mask); // 2·T x d
    Axis plainRows = Axis.of(Axis.Role.SOURCE_TOKENS, words);
    Axis movedRows = Axis.of(Axis.Role.SOURCE_TOKENS, order.stream().map(words::get).toList());
    Node plain = // T x d from here
        graph.record(
            SHUFFLE.child("plain"), new RowRange(0, length), plainRows, output.columns(), output);
    Node moved =
        graph.record(
            SHUFFLE.child("moved"),
            new RowRange(length, length),
            movedRows,
            output.columns(),
            output);
    FMatrixRMaj back = new FMatrixRMaj(length, 1);
    for (int row = 0; row < length; row++) {
      back.set(order.get(row), 0, row);
    }
    Node places =
        graph.record(
            SHUFFLE.child("order"),
            new Given("order", back, new Origin.Rule()),
            plainRows,
            Axis.single());
    Node restored =
        graph.record(
            SHUFFLE.child("restored"), new Lookup(), plainRows, output.columns(), moved, places);
    graph.record(
        SHUFFLE.child("difference"), new Subtract(), plainRows, output.columns(), plain, restored);
  }

  /** One untrained layer with one head; the encoding is in it where it is not added. */
  private Stack layer() {
    int width = study.width();
    MultiHeadAttention attention =
        new MultiHeadAttention(
            1, width, width, Optional.of(Axis.features(width)), false, true, study.encoding());
    LayerPlan plan =
        new LayerPlan(attention, 2 * width, Activation.RELU, false, TransformerConfig.EPSILON);
    return new Stack(1, plan, false);
  }
}
