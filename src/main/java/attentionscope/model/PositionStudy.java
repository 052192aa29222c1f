package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.nn.Places;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Alibi;
import attentionscope.op.Buckets;
import attentionscope.op.Counting;
import attentionscope.op.PositionCode;
import attentionscope.op.Product;
import attentionscope.op.Rotate;
import attentionscope.op.RowRange;
import attentionscope.op.Sinusoid;
import attentionscope.op.Subtract;
import attentionscope.op.TurnBy;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A positional encoding by itself, computed like any other run.
 *
 * <p>A code that is added or turned: {@code position.code} (n x d) and {@code position.dots} (n x
 * n, each row with each other). Sine and cosine besides: {@code position.turn} (R_kᵀ), {@code
 * position.turned} (rows times R_kᵀ), {@code position.shifted} (the rows k further on) and {@code
 * position.error}, their difference. A rotary code turns one and the same vector, {@code
 * position.vector}. A bias: {@code position.head.N.bias} (n x n).
 *
 * @param encoding what is studied
 * @param width d, the width of the embedding or of a head
 * @param length n, how many positions
 * @param shift k, from 1 to n − 1
 * @param heads how many heads have a bias
 */
public record PositionStudy(
    PositionalEncoding encoding, int width, int length, int shift, int heads) {

  private static final TensorId ROOT = TensorId.of("position");
  private static final TensorId CODE = ROOT.child("code");

  /** What has not been learned is drawn from this seed. */
  private static final long SEED = 20;

  public PositionStudy {
    if (width < 1 || length < 2 || shift < 1 || shift >= length || heads < 1) {
      throw new IllegalArgumentException(
          "a study of %d positions, width %d, shift %d, %d heads"
              .formatted(length, width, shift, heads));
    }
  }

  /**
   * Computes the study by itself.
   *
   * @throws Problem when the encoding can't be that wide or that long
   */
  public Trace run() throws Problem {
    Graph graph = new Graph(Tape.plain(), new SeededParameters(SEED));
    record(graph);
    return graph
        .tape()
        .finish(
            new Provenance(
                encoding.getClass().getSimpleName(),
                graph.parameters().origin(),
                Integer.toString(length),
                List.of()));
  }

  /** Records the study's matrices. */
  void record(Graph graph) throws Problem {
    switch (encoding) {
      case PositionalEncoding.None none ->
          dots(graph, graph.input(CODE, new FMatrixRMaj(length, width), positions(), features()));
      case PositionalEncoding.Sinusoidal sines -> sines(graph, sines);
      case PositionalEncoding.Counted counted ->
          dots(graph, code(graph, new Counting(1, length, width, counted.form())));
      case PositionalEncoding.Learned learned -> dots(graph, learned(graph, learned));
      case PositionalEncoding.Rotary rotary -> dots(graph, rotary(graph, rotary));
      case PositionalEncoding.LinearBias bias -> linear(graph);
      case PositionalEncoding.RelativeBuckets buckets -> buckets(graph, buckets);
    }
  }

  private void sines(Graph graph, PositionalEncoding.Sinusoidal encoded) throws Problem {
    Sinusoid sinusoid = new Sinusoid(1, length, width, encoded.layout(), encoded.base());
    Node code = code(graph, sinusoid); // n x d
    dots(graph, code);
    Node turn = // d x d
        graph.record(ROOT.child("turn"), new TurnBy(sinusoid, shift), features(), features());
    Axis starts = Axis.of(Axis.Role.POSITIONS, length - shift);
    Node rows = // (n − k) x d from here
        graph.record(
            ROOT.child("start"), new RowRange(0, length - shift), starts, features(), code);
    Node turned =
        graph.record(ROOT.child("turned"), new Product(false), starts, features(), rows, turn);
    Node shifted =
        graph.record(
            ROOT.child("shifted"), new RowRange(shift, length - shift), starts, features(), code);
    graph.record(ROOT.child("error"), new Subtract(), starts, features(), shifted, turned);
  }

  private Node learned(Graph graph, PositionalEncoding.Learned table) throws Problem {
    if (length > table.longest()) {
      throw new Problem("nn.problem.too-long", length, table.longest());
    }
    return graph.parameter(CODE, positions(), features(), Parameters.Kind.TABLE);
  }

  /** One vector at every place: what differs between the rows is the rotation alone. */
  private Node rotary(Graph graph, PositionalEncoding.Rotary rotary) throws Problem {
    FMatrixRMaj drawn =
        graph.parameters().matrix(ROOT.child("vector"), 1, width, Parameters.Kind.TABLE);
    FMatrixRMaj everywhere = new FMatrixRMaj(length, width);
    for (int position = 0; position < length; position++) {
      System.arraycopy(drawn.data, 0, everywhere.data, position * width, width);
    }
    Node vector = graph.input(ROOT.child("vector"), everywhere, positions(), features());
    return graph.record(
        CODE,
        new Rotate(rotary.turning(), Places.COUNTED.all(positions()), false),
        positions(),
        features(),
        vector);
  }

  private void linear(Graph graph) throws Problem {
    List<Float> slopes = Alibi.slopes(heads);
    for (int head = 0; head < heads; head++) {
      Alibi alibi = new Alibi(1, length, length, slopes.get(head));
      graph.record(bias(head), alibi, positions().queries(), positions().keys());
    }
  }

  private void buckets(Graph graph, PositionalEncoding.RelativeBuckets choice) throws Problem {
    Node table =
        graph.parameter(
            ROOT.child("bias.weight"),
            Axis.of(Axis.Role.POSITIONS, choice.buckets()),
            Axis.features(heads),
            Parameters.Kind.TABLE);
    for (int head = 0; head < heads; head++) {
      Buckets op =
          new Buckets(
              1, length, length, head, choice.buckets(), choice.farthest(), choice.bothWays());
      graph.record(bias(head), op, positions().queries(), positions().keys(), table);
    }
  }

  private Node code(Graph graph, PositionCode code) throws Problem {
    return graph.record(CODE, code, positions(), features());
  }

  private void dots(Graph graph, Node code) throws Problem {
    graph.record(ROOT.child("dots"), new Product(true), positions(), positions(), code, code);
  }

  private static TensorId bias(int head) {
    return ROOT.child("head").child(head).child("bias");
  }

  private Axis positions() {
    return Axis.of(Axis.Role.POSITIONS, length);
  }

  private Axis features() {
    return Axis.features(width);
  }
}
