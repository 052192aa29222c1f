package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** One nn.MultiheadAttention: any widths of keys and values, any masks, with biases or without. */
final class TorchAttention {
  private TorchAttention() {}

  static boolean recognises(ReferenceCase given) {
    return given.has("embed_dim", "num_heads", "kdim", "vdim", "bias", "self_attention");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    int width = given.whole("embed_dim");
    int heads = given.whole("num_heads");
    TorchParameters parameters = new TorchParameters(given.model());
    parameters.attention("", "attention", width);
    TorchBatch batch = new TorchBatch(given.expected(), given.is("batch_first"));
    boolean self = given.is("self_attention");

    Tape tape = Tape.plain();
    Graph graph = new Graph(tape, parameters.stored());
    Node query = input(graph, batch, "query", Axis.Role.TARGET_TOKENS);
    Node key = self ? query : input(graph, batch, "key", Axis.Role.SOURCE_TOKENS);
    Node value = self ? query : input(graph, batch, "value", Axis.Role.SOURCE_TOKENS);
    Node mask =
        graph.mask(
            TensorId.of("mask"),
            batch.mask("attn_mask", "key_padding_mask", query.rows(), key.rows()),
            query.rows(),
            key.rows());
    Node output =
        new MultiHeadAttention(
                heads,
                width / heads,
                width / heads,
                Optional.of(Axis.features(width)),
                given.is("bias"),
                true,
                new PositionalEncoding.None())
            .apply(graph, TensorId.of("attention"), query, key, value, mask);
    Gradients.of(tape, Map.of(output, batch.matrix("loss_coef")));
    Provenance provenance =
        new Provenance(given.name(), parameters.stored().origin(), "", List.of());
    Trace trace = tape.finish(provenance);

    comparison.inputs("query", "key", "value", "attn_mask", "key_padding_mask", "loss_coef");
    comparison.same("output", batch.ordered(output));
    float[] weights = TorchBatch.weights(trace, "attention", heads);
    if (comparison.has("weights")) {
      comparison.same("weights", weights);
    }
    if (comparison.has("weights_averaged")) {
      comparison.same("weights_averaged", averaged(weights, query.rows().samples(), heads));
    }
    TorchLoss.compare(comparison, given.expected(), batch.ordered(output));
    parameters.compareGradients(comparison, "grad.", tape);
    for (String name : List.of("query", "key", "value")) {
      if (comparison.has("grad." + name)) {
        Node gradient = trace.get(TensorId.of(name).in(Gradients.FAMILY));
        comparison.same("grad." + name, batch.ordered(gradient));
      }
    }
  }

  private static Node input(Graph graph, TorchBatch batch, String name, Axis.Role role)
      throws Problem {
    FMatrixRMaj matrix = batch.matrix(name);
    Axis rows = batch.rows(name, role);
    return graph.input(TensorId.of(name), matrix, rows, Axis.features(matrix.numCols));
  }

  /** The mean over the heads of [B, h, T_q, T_k]. */
  private static float[] averaged(float[] weights, int samples, int heads) {
    int plane = weights.length / samples / heads;
    float[] mean = new float[samples * plane];
    for (int i = 0; i < weights.length; i++) {
      mean[i / (heads * plane) * plane + i % plane] += weights[i] / heads;
    }
    return mean;
  }
}
