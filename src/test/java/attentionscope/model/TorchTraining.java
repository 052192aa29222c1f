package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Sinusoid;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A whole model that is trained: embedding, nn.Transformer, generator. The logits of the first step
 * are those of the stored parameters.
 */
final class TorchTraining {
  /** Loss, gradients, and what steps of the optimiser make. */
  static final String LEFT_OUT = "losses, gradients and steps of the optimiser";

  private TorchTraining() {}

  static boolean recognises(ReferenceCase given) {
    return TorchTransformer.hasStacks(given)
        && given.has("vocab_size", "pad_id", "embedding", "adam", "noam", "steps");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    int width = given.whole("d_model");
    ArrayFile file = given.model();
    TorchParameters parameters = new TorchParameters(file);
    parameters.stack("transformer.", "encoder", given.whole("num_encoder_layers"), width);
    parameters.stack("transformer.", "decoder", given.whole("num_decoder_layers"), width);
    parameters.table("src_embed.weight", "source.embedding.weight");
    parameters.table("tgt_embed.weight", "target.embedding.weight");
    parameters.linear("generator", "logits");
    Transformer model =
        new Transformer(given.name(), config(given), parameters.stored(), List.of());
    ModelInput input =
        new ModelInput(tokens(given, "src"), Optional.of(tokens(given, "tgt_in")), "");
    Trace trace = model.run(input, List.of());

    comparison.inputs("src", "tgt_in", "tgt_out");
    comparison.same("step1.logits", trace.get(TensorId.of("logits")).value());
    comparison.leaveOut(
        name ->
            name.matches("(?:step\\d+|final)\\.(?:loss|lr|(?:param|grad)\\..+)")
                || name.startsWith("stable."));
  }

  private static Tokens tokens(ReferenceCase given, String name) throws Problem {
    long[] ids = given.expected().wholes(name, -1, -1);
    return Tokens.unlabelled(
        given.expected().get(name).shape().size(0),
        LongStream.of(ids).mapToObj(Math::toIntExact).toList(),
        LongStream.of(ids).mapToObj(id -> id == given.whole("pad_id")).toList());
  }

  private static TransformerConfig config(ReferenceCase given) {
    int width = given.whole("d_model");
    int heads = given.whole("nhead");
    int vocabulary = given.whole("vocab_size");
    return new TransformerConfig(
        given.whole("num_encoder_layers"),
        given.whole("num_decoder_layers"),
        width,
        heads,
        width / heads,
        width / heads,
        given.whole("dim_feedforward"),
        TorchTransformer.activation(given),
        given.is("norm_first"),
        true,
        given.config().required("layer_norm_eps").asFloat(),
        true,
        new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, TransformerConfig.BASE),
        vocabulary,
        vocabulary,
        false,
        false,
        true,
        true);
  }
}
