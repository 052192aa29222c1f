package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.Parameters;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.StoredParameters;
import attentionscope.op.Activation;
import attentionscope.op.Sinusoid;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import tools.jackson.databind.JsonNode;

/** Checkpoints of GPT-2, Marian and T5 as models of ours, built from what their files say. */
final class HuggingFaceModels {

  private final ReferenceCase given;
  private final ArrayFile file;
  private final Map<TensorId, FMatrixRMaj> matrices = new HashMap<>();

  private HuggingFaceModels(ReferenceCase given) {
    this.given = given;
    this.file = given.model();
  }

  /** Whether a case has parameters that are found here, and no choice that our layers lack. */
  static boolean knows(ReferenceCase given) {
    JsonNode config = given.config();
    return switch (config.path("model_type").asString("")) {
      case "gpt2" ->
          given.model().has("transformer.wte.weight")
              && !config.path("scale_attn_by_inverse_layer_idx").asBoolean(false);
      case "marian" ->
          given.model().has("model.shared.weight")
              && given.whole("encoder_attention_heads") == given.whole("decoder_attention_heads")
              && given.whole("encoder_ffn_dim") == given.whole("decoder_ffn_dim");
      case "t5" -> given.model().has("lm_head.weight") && given.is("is_gated_act");
      default -> false;
    };
  }

  static Predictor of(ReferenceCase given) throws Problem {
    HuggingFaceModels models = new HuggingFaceModels(given);
    String type = given.config().required("model_type").asString();
    return switch (type) {
      case "gpt2" -> models.gpt2();
      case "marian" -> models.marian();
      case "t5" -> models.t5();
      default -> throw new AssertionError("a family that is not known here: " + type);
    };
  }

  private Predictor gpt2() throws Problem {
    int width = given.whole("n_embd");
    int heads = given.whole("n_head");
    table("transformer.wte.weight", "source.embedding.weight");
    table("transformer.wpe.weight", "source.position.weight");
    for (int layer = 0; layer < given.whole("n_layer"); layer++) {
      String from = "transformer.h." + layer + ".";
      String to = "decoder." + layer + ".";
      String[] parts = {"q", "k", "v"};
      for (int i = 0; i < parts.length; i++) {
        String id = to + "self." + parts[i];
        put(id + ".weight", columns(from + "attn.c_attn.weight", i * width, width));
        float[] biases = file.floats(from + "attn.c_attn.bias", 3L * width);
        float[] own = Arrays.copyOfRange(biases, i * width, (i + 1) * width);
        put(id + ".bias", new FMatrixRMaj(1, width, true, own));
      }
      straight(from + "attn.c_proj", to + "self.output");
      straight(from + "mlp.c_fc", to + "feedforward.hidden");
      straight(from + "mlp.c_proj", to + "feedforward.output");
      norm(from + "ln_1", to + "self.norm");
      norm(from + "ln_2", to + "feedforward.norm");
    }
    norm("transformer.ln_f", "decoder.norm");
    boolean tied = !file.has("lm_head.weight");
    if (!tied) {
      linear("lm_head", "logits");
    }
    int vocabulary = given.whole("vocab_size");
    int inner = given.config().path("n_inner").asInt(4 * width);
    TransformerConfig config =
        new TransformerConfig(
            0,
            given.whole("n_layer"),
            width,
            heads,
            width / heads,
            width / heads,
            inner,
            activation(given.config().required("activation_function").asString()),
            true,
            true,
            given.config().required("layer_norm_epsilon").asFloat(),
            true,
            new PositionalEncoding.Learned(given.whole("n_positions")),
            vocabulary,
            vocabulary,
            false,
            tied,
            false,
            false);
    return new LanguageModel(given.name(), config, true, parameters(), List.of());
  }

  private Predictor marian() throws Problem {
    int width = given.whole("d_model");
    int heads = given.whole("encoder_attention_heads");
    table("model.shared.weight", "embedding.weight");
    for (String side : List.of("encoder", "decoder")) {
      for (int layer = 0; layer < given.whole(side + "_layers"); layer++) {
        String from = "model." + side + ".layers." + layer + ".";
        String to = side + "." + layer + ".";
        attention(from + "self_attn.", "%s_proj", "out_proj", to + "self");
        norm(from + "self_attn_layer_norm", to + "self.norm");
        if (side.equals("decoder")) {
          attention(from + "encoder_attn.", "%s_proj", "out_proj", to + "cross");
          norm(from + "encoder_attn_layer_norm", to + "cross.norm");
        }
        linear(from + "fc1", to + "feedforward.hidden");
        linear(from + "fc2", to + "feedforward.output");
        norm(from + "final_layer_norm", to + "feedforward.norm");
      }
    }
    boolean tied = !file.has("lm_head.weight");
    if (!tied) {
      linear("lm_head", "logits");
    }
    int vocabulary = given.whole("vocab_size");
    put("logits.bias", new FMatrixRMaj(1, vocabulary, true, file.floats("final_logits_bias")));
    TransformerConfig config =
        new TransformerConfig(
            given.whole("encoder_layers"),
            given.whole("decoder_layers"),
            width,
            heads,
            width / heads,
            width / heads,
            given.whole("encoder_ffn_dim"),
            activation(given.config().required("activation_function").asString()),
            false,
            false,
            TransformerConfig.EPSILON,
            true,
            new PositionalEncoding.Sinusoidal(Sinusoid.Layout.CONCATENATED, TransformerConfig.BASE),
            vocabulary,
            vocabulary,
            true,
            tied,
            given.is("scale_embedding"),
            true);
    return new Transformer(given.name(), config, parameters(), List.of());
  }

  private Predictor t5() throws Problem {
    int width = given.whole("d_model");
    int heads = given.whole("num_heads");
    table("shared.weight", "embedding.weight");
    for (String side : List.of("encoder", "decoder")) {
      int layers = given.whole(side.equals("encoder") ? "num_layers" : "num_decoder_layers");
      for (int layer = 0; layer < layers; layer++) {
        String from = side + ".block." + layer + ".layer.";
        String to = side + "." + layer + ".";
        boolean decodes = side.equals("decoder");
        attention(from + "0.SelfAttention.", "%s", "o", to + "self");
        norm(from + "0.layer_norm", to + "self.norm");
        if (decodes) {
          attention(from + "1.EncDecAttention.", "%s", "o", to + "cross");
          norm(from + "1.layer_norm", to + "cross.norm");
        }
        String last = from + (decodes ? 2 : 1) + ".";
        linear(last + "DenseReluDense.wi_0", to + "feedforward.gate");
        linear(last + "DenseReluDense.wi_1", to + "feedforward.hidden");
        linear(last + "DenseReluDense.wo", to + "feedforward.output");
        norm(last + "layer_norm", to + "feedforward.norm");
      }
      table(
          side + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight",
          side + ".self.bias.weight");
      norm(side + ".final_layer_norm", side + ".norm");
    }
    linear("lm_head", "logits");
    int vocabulary = given.whole("vocab_size");
    TransformerConfig config =
        new TransformerConfig(
            given.whole("num_layers"),
            given.whole("num_decoder_layers"),
            width,
            heads,
            given.whole("d_kv"),
            given.whole("d_kv"),
            given.whole("d_ff"),
            activation(given.config().required("dense_act_fn").asString()),
            true,
            true,
            given.config().required("layer_norm_epsilon").asFloat(),
            false,
            new PositionalEncoding.RelativeBuckets(
                given.whole("relative_attention_num_buckets"),
                given.whole("relative_attention_max_distance"),
                true),
            vocabulary,
            vocabulary,
            true,
            false,
            false,
            false,
            LayerStyle.T5);
    return new Transformer(given.name(), config, parameters(), List.of());
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "gelu_new" -> Activation.GELU_TANH;
      case "gelu" -> Activation.GELU;
      case "relu" -> Activation.RELU;
      case "swish", "silu" -> Activation.SILU;
      default -> throw new AssertionError("an activation that is not known here: " + name);
    };
  }

  private Parameters parameters() {
    return new StoredParameters(matrices, new Origin.Rule());
  }

  private void attention(String from, String part, String output, String to) throws Problem {
    for (String one : List.of("q", "k", "v")) {
      linear(from + part.formatted(one), to + "." + one);
    }
    linear(from + output, to + ".output");
  }

  /** A projection stored [out, in]. */
  private void linear(String from, String to) throws Problem {
    Shape shape = file.get(from + ".weight", -1, -1).shape();
    float[] numbers = file.floats(from + ".weight");
    FMatrixRMaj weight = new FMatrixRMaj(shape.size(1), shape.size(0));
    for (int i = 0; i < weight.numRows; i++) {
      for (int o = 0; o < weight.numCols; o++) {
        weight.set(i, o, numbers[o * weight.numRows + i]);
      }
    }
    put(to + ".weight", weight);
    row(from + ".bias", to + ".bias");
  }

  /** A projection stored [in, out]. */
  private void straight(String from, String to) throws Problem {
    table(from + ".weight", to + ".weight");
    row(from + ".bias", to + ".bias");
  }

  private FMatrixRMaj columns(String name, int from, int count) throws Problem {
    Shape shape = file.get(name, -1, -1).shape();
    float[] numbers = file.floats(name);
    FMatrixRMaj part = new FMatrixRMaj(shape.size(0), count);
    for (int i = 0; i < part.numRows; i++) {
      System.arraycopy(numbers, i * shape.size(1) + from, part.data, i * count, count);
    }
    return part;
  }

  private void norm(String from, String to) throws Problem {
    row(from + ".weight", to + ".gain");
    row(from + ".bias", to + ".bias");
  }

  private void row(String from, String to) throws Problem {
    if (file.has(from)) {
      float[] numbers = file.floats(from);
      put(to, new FMatrixRMaj(1, numbers.length, true, numbers));
    }
  }

  private void table(String from, String to) throws Problem {
    Shape shape = file.get(from, -1, -1).shape();
    put(to, new FMatrixRMaj(shape.size(0), shape.size(1), true, file.floats(from)));
  }

  private void put(String id, FMatrixRMaj matrix) {
    matrices.put(TensorId.of(id), matrix);
  }
}
