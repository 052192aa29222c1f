package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
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

/** An nn.Transformer on given vectors: every layer's output and weights, memory and output. */
final class TorchTransformer {
  private TorchTransformer() {}

  /** The keys that the training case has, too; that one has a vocabulary besides. */
  static boolean recognises(ReferenceCase given) {
    return hasStacks(given) && given.has("batch_first") && !given.has("vocab_size");
  }

  static boolean hasStacks(ReferenceCase given) {
    return given.has(
        "d_model",
        "nhead",
        "num_encoder_layers",
        "num_decoder_layers",
        "dim_feedforward",
        "activation",
        "norm_first",
        "layer_norm_eps");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    int width = given.whole("d_model");
    int encoderLayers = given.whole("num_encoder_layers");
    int decoderLayers = given.whole("num_decoder_layers");
    TorchParameters parameters = new TorchParameters(given.model());
    parameters.stack("", "encoder", encoderLayers, width);
    parameters.stack("", "decoder", decoderLayers, width);
    TorchBatch batch = new TorchBatch(given.expected(), given.is("batch_first"));

    Tape tape = Tape.plain();
    Graph graph = new Graph(tape, parameters.stored());
    Node source = input(graph, batch, "src", Axis.Role.SOURCE_TOKENS);
    Node target = input(graph, batch, "tgt", Axis.Role.TARGET_TOKENS);
    Node sourceMask =
        mask(graph, batch, "encoder.self", "src_mask", "src_key_padding_mask", source, source);
    Node targetMask =
        mask(graph, batch, "decoder.self", "tgt_mask", "tgt_key_padding_mask", target, target);
    // Where the memory has no padding of its own, it is the source's.
    String padding =
        comparison.has("memory_key_padding_mask")
            ? "memory_key_padding_mask"
            : "src_key_padding_mask";
    Node crossMask = mask(graph, batch, "decoder.cross", "memory_mask", padding, target, source);

    Node memory =
        new Stack(encoderLayers, plan(given), given.model().has("encoder.norm.weight"))
            .encode(graph, TensorId.of("encoder"), source, sourceMask);
    Node output =
        new Stack(decoderLayers, plan(given), given.model().has("decoder.norm.weight"))
            .decode(graph, TensorId.of("decoder"), target, memory, targetMask, crossMask);
    Gradients.of(tape, Map.of(output, batch.matrix("loss_coef")));
    Provenance provenance =
        new Provenance(given.name(), parameters.stored().origin(), "", List.of());
    Trace trace = tape.finish(provenance);

    comparison.inputs("src", "tgt", "loss_coef", "src_mask", "tgt_mask", "memory_mask");
    comparison.inputs("src_key_padding_mask", "tgt_key_padding_mask", "memory_key_padding_mask");
    layers(given, comparison, trace, batch, "encoder", encoderLayers);
    layers(given, comparison, trace, batch, "decoder", decoderLayers);
    comparison.same("memory", batch.ordered(memory));
    comparison.same("output", batch.ordered(output));
    TorchLoss.compare(comparison, given.expected(), batch.ordered(output));
    parameters.compareGradients(comparison, "grad.", tape);
    for (String name : List.of("src", "tgt")) {
      if (comparison.has("grad." + name)) {
        Node gradient = trace.get(TensorId.of(name).in(Gradients.FAMILY));
        comparison.same("grad." + name, batch.ordered(gradient));
      }
    }
  }

  private static void layers(
      ReferenceCase given,
      Comparison comparison,
      Trace trace,
      TorchBatch batch,
      String side,
      int layers)
      throws Problem {
    String last = given.is("norm_first") ? "feedforward.residual" : "feedforward.norm";
    for (int layer = 0; layer < layers; layer++) {
      String torch = side + ".layers." + layer;
      TensorId ours = TensorId.of(side).child(layer);
      if (comparison.has(torch + ".output")) {
        comparison.same(torch + ".output", batch.ordered(trace.get(ours.child(last))));
      }
      for (String[] attention :
          new String[][] {{"self_attn", "self"}, {"multihead_attn", "cross"}}) {
        String name = torch + "." + attention[0] + ".weights";
        if (comparison.has(name)) {
          String id = ours.child(attention[1]).path();
          comparison.same(name, TorchBatch.weights(trace, id, given.whole("nhead")));
        }
      }
    }
  }

  static Activation activation(ReferenceCase given) {
    String name = given.config().required("activation").asString();
    return switch (name) {
      case "relu" -> Activation.RELU;
      case "gelu" -> Activation.GELU;
      default -> throw new AssertionError("an activation that nn.Transformer has not: " + name);
    };
  }

  private static LayerPlan plan(ReferenceCase given) {
    int width = given.whole("d_model");
    int heads = given.whole("nhead");
    MultiHeadAttention attention =
        new MultiHeadAttention(
            heads,
            width / heads,
            width / heads,
            Optional.of(Axis.features(width)),
            given.model().arrays().keySet().stream().anyMatch(n -> n.endsWith("in_proj_bias")),
            true,
            new PositionalEncoding.None());
    return new LayerPlan(
        attention,
        given.whole("dim_feedforward"),
        activation(given),
        given.is("norm_first"),
        given.config().required("layer_norm_eps").asFloat());
  }

  private static Node input(Graph graph, TorchBatch batch, String name, Axis.Role role)
      throws Problem {
    FMatrixRMaj matrix = batch.matrix(name);
    Axis rows = batch.rows(name, role);
    return graph.input(TensorId.of(name), matrix, rows, Axis.features(matrix.numCols));
  }

  private static Node mask(
      Graph graph,
      TorchBatch batch,
      String attention,
      String between,
      String padding,
      Node queries,
      Node keys)
      throws Problem {
    FMatrixRMaj mask = batch.mask(between, padding, queries.rows(), keys.rows());
    return graph.mask(TensorId.of(attention).child("mask"), mask, queries.rows(), keys.rows());
  }
}
