package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Gradients;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.train.Adam;
import attentionscope.train.Batch;
import attentionscope.train.Schedule;
import attentionscope.train.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * A whole model that is trained: embedding, nn.Transformer, generator. Logits and gradients of the
 * first step, and what Adam with a warm-up makes of them, step by step.
 */
final class TorchTraining {
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
    comparison.inputs("src", "tgt_in", "tgt_out");
    Batch batch = new Batch(input, tokens(given, "tgt_out").ids());

    Graph graph = new Graph(Tape.plain(), parameters.stored());
    Node logits = model.logits(graph, input);
    Gradients.of(graph.tape(), loss(given).of(graph, logits, batch.targets()));
    comparison.same("step1.logits", logits.value());
    parameters.compareGradients(comparison, "grad.step1.", graph.tape());

    Trainer trainer = new Trainer(model, parameters.stored(), settings(given));
    for (int step = 1; step <= given.whole("steps"); step++) {
      Trainer.Step taken = trainer.step(batch);
      comparison.same("step" + step + ".loss", taken.loss());
      comparison.same("step" + step + ".lr", (float) taken.rate());
      parameters.compareSteady(comparison, "step" + step + ".param.", trainer.state());
    }
    comparison.same("final.loss", trainer.loss(batch));
    comparison.inputs(
        given.expected().arrays().keySet().stream()
            .filter(name -> name.startsWith("stable."))
            .toArray(String[]::new));
  }

  private static Loss loss(ReferenceCase given) {
    return new Loss(
        given.config().required("label_smoothing").asDouble(),
        given.whole("ignore_index"),
        Optional.empty());
  }

  private static Trainer.Settings settings(ReferenceCase given) {
    JsonNode adam = given.config().required("adam");
    JsonNode noam = given.config().required("noam");
    return new Trainer.Settings(
        loss(given),
        new Adam(
            adam.required("beta1").asFloat(),
            adam.required("beta2").asFloat(),
            adam.required("eps").asFloat(),
            adam.required("weight_decay").asFloat()),
        new Schedule.WarmUp(
            noam.required("factor").asDouble(),
            given.whole("d_model"),
            noam.required("warmup").asInt()),
        0,
        0,
        0,
        2);
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
