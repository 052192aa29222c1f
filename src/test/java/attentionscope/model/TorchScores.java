package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.Graph;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.StoredParameters;
import attentionscope.nn.Timeline;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** The attention scores of recurrent models: scores, weights, contexts and gradients of each. */
final class TorchScores {

  private static final TensorId ATTENTION = TensorId.of("attention");

  private final ArrayFile arrays;
  private final Comparison comparison;

  private TorchScores(ReferenceCase given, Comparison comparison) {
    this.arrays = given.expected();
    this.comparison = comparison;
  }

  static boolean recognises(ReferenceCase given) {
    return given.has("bahdanau", "luong_dot", "luong_general", "luong_concat");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    comparison.inputs("mask");
    for (String name : List.copyOf(given.expected().arrays().keySet())) {
      if (name.endsWith(".s") && !name.startsWith("grad.")) {
        new TorchScores(given, comparison).compare(name.substring(0, name.lastIndexOf('.')));
      }
    }
  }

  private static AttentionScore score(String name) {
    return switch (name) {
      case "bahdanau", "bahdanau_bias" -> AttentionScore.ADDITIVE;
      case "luong_dot" -> AttentionScore.DOT;
      case "luong_scaled_dot" -> AttentionScore.SCALED_DOT;
      case "luong_general" -> AttentionScore.GENERAL;
      case "luong_concat" -> AttentionScore.CONCAT;
      default -> throw new AssertionError("an unknown score: " + name);
    };
  }

  private void compare(String name) throws Problem {
    AttentionScore score = score(name);
    TorchBatch batch = new TorchBatch(arrays, true);
    Map<TensorId, FMatrixRMaj> parameters = parameters(name, score);
    Tape tape = Tape.plain();
    Graph graph = new Graph(tape, new StoredParameters(parameters, new Origin.Rule()));
    Node s = input(graph, batch, name + ".s", "s", Axis.Role.TARGET_TOKENS);
    Node h = input(graph, batch, name + ".h", "h", Axis.Role.SOURCE_TOKENS);
    boolean[] hidden = hidden(h.rows());
    Timeline time =
        new Timeline(
            h.rows(), IntStream.range(0, hidden.length).mapToObj(i -> hidden[i]).toList(), false);
    int width = arrays.has(name + ".v") ? arrays.get(name + ".v").shape().size(0) : 0;
    RecurrentAttention attention =
        new RecurrentAttention(score, width, AttentionWindow.GLOBAL, AttentionChoice.SOFT);
    Node context =
        attention.apply(
            graph, ATTENTION, attention.over(graph, ATTENTION, h, time), s, s.rows(), 0);
    Gradients.of(tape, Map.of(context, batch.matrix(name + ".coef")));

    comparison.inputs(name + ".coef");
    String scores = score == AttentionScore.SCALED_DOT ? "scaled" : "scores";
    comparison.same(name + ".scores", find(tape, ATTENTION.child(scores)));
    comparison.same(name + ".weights", find(tape, ATTENTION.child("weights")));
    comparison.same(name + ".context", context.value());
    comparison.same("grad." + name + ".s", gradient(tape, s.id()));
    comparison.same("grad." + name + ".h", gradient(tape, h.id()));
    gradients(name, score, tape);
  }

  private Node input(Graph graph, TorchBatch batch, String name, String id, Axis.Role role)
      throws Problem {
    comparison.inputs(name);
    FMatrixRMaj matrix = batch.matrix(name);
    return graph.input(
        TensorId.of(id), matrix, batch.rows(name, role), Axis.features(matrix.numCols));
  }

  /** True hides a key. */
  private boolean[] hidden(Axis keys) throws Problem {
    boolean[] hidden = new boolean[keys.size()];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = arrays.get("mask").whole(i) != 0;
    }
    return hidden;
  }

  /** PyTorch keeps projections [out, in]; the general score's matrix stands as it is read. */
  private Map<TensorId, FMatrixRMaj> parameters(String name, AttentionScore score) throws Problem {
    Map<TensorId, FMatrixRMaj> all = new HashMap<>();
    switch (score) {
      case DOT, SCALED_DOT -> {}
      case GENERAL -> all.put(ATTENTION.child("query.weight"), matrix(name + ".W"));
      case ADDITIVE -> {
        FMatrixRMaj keys = turned(matrix(name + ".U"), 0, -1);
        FMatrixRMaj bias = new FMatrixRMaj(1, keys.numCols);
        if (arrays.has(name + ".b")) {
          comparison.inputs(name + ".b");
          bias.setData(arrays.floats(name + ".b"));
        }
        all.put(ATTENTION.child("query.weight"), turned(matrix(name + ".W"), 0, -1));
        all.put(ATTENTION.child("keys.weight"), keys);
        all.put(ATTENTION.child("keys.bias"), bias);
      }
      case CONCAT -> {
        int query = arrays.get(name + ".s").shape().size(-1);
        all.put(ATTENTION.child("query.weight"), turned(matrix(name + ".W"), 0, query));
        all.put(ATTENTION.child("keys.weight"), turned(matrix(name + ".W"), query, -1));
      }
    }
    if (arrays.has(name + ".v")) {
      comparison.inputs(name + ".v");
      float[] v = arrays.floats(name + ".v");
      all.put(ATTENTION.child("scores.weight"), new FMatrixRMaj(v.length, 1, true, v));
    }
    return all;
  }

  private FMatrixRMaj matrix(String name) throws Problem {
    comparison.inputs(name);
    Shape shape = arrays.get(name, -1, -1).shape();
    return new FMatrixRMaj(shape.size(0), shape.size(1), true, arrays.floats(name));
  }

  /** Some of the columns as rows; −1 for all that follow. */
  private static FMatrixRMaj turned(FMatrixRMaj x, int from, int to) {
    int end = to < 0 ? x.numCols : to;
    FMatrixRMaj y = new FMatrixRMaj(end - from, x.numRows);
    for (int row = 0; row < y.numRows; row++) {
      for (int column = 0; column < y.numCols; column++) {
        y.set(row, column, x.get(column, from + row));
      }
    }
    return y;
  }

  private void gradients(String name, AttentionScore score, Tape tape) throws Problem {
    Optional<FMatrixRMaj> query = parameterGradient(tape, "query.weight");
    Optional<FMatrixRMaj> keys = parameterGradient(tape, "keys.weight");
    if (score == AttentionScore.GENERAL) {
      comparison.same("grad." + name + ".W", query.orElseThrow());
    }
    if (score == AttentionScore.ADDITIVE) {
      comparison.same("grad." + name + ".W", turned(query.orElseThrow(), 0, -1));
      comparison.same("grad." + name + ".U", turned(keys.orElseThrow(), 0, -1));
    }
    if (score == AttentionScore.CONCAT) {
      comparison.same(
          "grad." + name + ".W",
          beside(turned(query.orElseThrow(), 0, -1), turned(keys.orElseThrow(), 0, -1)));
    }
    if (comparison.has("grad." + name + ".v")) {
      FMatrixRMaj v = parameterGradient(tape, "scores.weight").orElseThrow();
      comparison.same("grad." + name + ".v", v);
    }
    if (comparison.has("grad." + name + ".b")) {
      FMatrixRMaj b = parameterGradient(tape, "keys.bias").orElseThrow();
      comparison.same("grad." + name + ".b", b);
    }
  }

  private static FMatrixRMaj beside(FMatrixRMaj a, FMatrixRMaj b) {
    FMatrixRMaj both = new FMatrixRMaj(a.numRows, a.numCols + b.numCols);
    for (int row = 0; row < a.numRows; row++) {
      System.arraycopy(a.data, row * a.numCols, both.data, row * both.numCols, a.numCols);
      System.arraycopy(
          b.data, row * b.numCols, both.data, row * both.numCols + a.numCols, b.numCols);
    }
    return both;
  }

  private static Optional<FMatrixRMaj> parameterGradient(Tape tape, String parameter) {
    return tape.find(ATTENTION.child(parameter).in(Gradients.FAMILY)).map(Node::value);
  }

  private static FMatrixRMaj gradient(Tape tape, TensorId id) {
    return find(tape, id.in(Gradients.FAMILY));
  }

  private static FMatrixRMaj find(Tape tape, TensorId id) {
    return tape.find(id).orElseThrow().value();
  }
}
