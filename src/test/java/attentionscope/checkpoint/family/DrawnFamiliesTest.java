package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.op.Exactness;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families without reference data of their own, against plain loops over the same numbers. */
class DrawnFamiliesTest {

  private static final int[] IDS = {3, 9, 1, 7, 10, 2};
  private static final int[] TYPES = {0, 0, 0, 1, 1, 1};
  private static final int[] PLACES = {0, 1, 2, 3, 4, 5};

  @TempDir private Path folder;

  private static ModelInput input(boolean typed) {
    List<Integer> ids = Arrays.stream(IDS).boxed().toList();
    Tokens tokens = Tokens.of(ids, ids.stream().map(String::valueOf).toList());
    Tokens read = typed ? tokens.ofTypes(Arrays.stream(TYPES).boxed().toList()) : tokens;
    return new ModelInput(read, Optional.empty(), "");
  }

  private Trace run(DrawnCheckpoint drawn, String config, boolean typed)
      throws Problem, IOException {
    return HuggingFaceCheckpoint.open("drawn", drawn.write(folder, config))
        .model()
        .run(input(typed), List.of());
  }

  private static void assertNear(double[][] expected, Node found) {
    assertEquals(expected.length, found.value().numRows);
    assertEquals(expected[0].length, found.value().numCols);
    for (int t = 0; t < expected.length; t++) {
      for (int i = 0; i < expected[0].length; i++) {
        double wanted = expected[t][i];
        assertEquals(wanted, found.at(t, i), 5e-5 * (1 + Math.abs(wanted)), found.id().path());
      }
    }
  }

  private static DrawnCheckpoint llama(boolean biased) {
    DrawnCheckpoint drawn =
        new DrawnCheckpoint()
            .with("model.embed_tokens.weight", 11, 8)
            .with("model.norm.weight", 8)
            .with("lm_head.weight", 11, 8);
    for (int layer = 0; layer < 2; layer++) {
      String at = "model.layers." + layer + ".";
      drawn.with(at + "input_layernorm.weight", 8).with(at + "post_attention_layernorm.weight", 8);
      for (String one : List.of("q", "k", "v")) {
        long out = one.equals("q") ? 8 : 4;
        drawn.with(at + "self_attn." + one + "_proj.weight", out, 8);
        if (biased) {
          drawn.with(at + "self_attn." + one + "_proj.bias", out);
        }
      }
      drawn
          .with(at + "self_attn.o_proj.weight", 8, 8)
          .with(at + "mlp.gate_proj.weight", 12, 8)
          .with(at + "mlp.up_proj.weight", 12, 8)
          .with(at + "mlp.down_proj.weight", 8, 12);
    }
    return drawn;
  }

  private static double[][] llama(DrawnCheckpoint drawn, double base, PlainLoops.Sees sees) {
    double[][] x = drawn.rows("model.embed_tokens.weight", IDS);
    for (int layer = 0; layer < 2; layer++) {
      String at = "model.layers." + layer + ".";
      double[][] y = drawn.rms(at + "input_layernorm", 1e-6, x);
      double[][] q = PlainLoops.turn(drawn.linear(at + "self_attn.q_proj", y), 4, base);
      double[][] k = PlainLoops.turn(drawn.linear(at + "self_attn.k_proj", y), 2, base);
      double[][] v = drawn.linear(at + "self_attn.v_proj", y);
      double[][] asked = PlainLoops.attend(q, k, v, 4, 2, sees);
      x = PlainLoops.plus(x, drawn.linear(at + "self_attn.o_proj", asked));
      y = drawn.rms(at + "post_attention_layernorm", 1e-6, x);
      double[][] gate = PlainLoops.each(drawn.linear(at + "mlp.gate_proj", y), PlainLoops::silu);
      double[][] fed = PlainLoops.times(gate, drawn.linear(at + "mlp.up_proj", y));
      x = PlainLoops.plus(x, drawn.linear(at + "mlp.down_proj", fed));
    }
    return drawn.linear("lm_head", drawn.rms("model.norm", 1e-6, x));
  }

  private static String llamaConfig(String type, String architecture, String more) {
    return """
    {"model_type": "%s", "architectures": ["%s"], "vocab_size": 11, "hidden_size": 8,
     "intermediate_size": 12, "num_hidden_layers": 2, "num_attention_heads": 4,
     "num_key_value_heads": 2%s}\
    """
        .formatted(type, architecture, more);
  }

  @Test
  void mistralSeesSoManyTokensAsItsWindowHas() throws Problem, IOException {
    DrawnCheckpoint drawn = llama(false);
    String config = llamaConfig("mistral", "MistralForCausalLM", ", \"sliding_window\": 3");
    Trace trace = run(drawn, config, false);
    PlainLoops.Sees window = (query, key) -> key <= query && key > query - 3;
    assertNear(llama(drawn, 10000, window), trace.get(TensorId.of("logits")));
    Node weights = trace.get(TensorId.of("decoder.0.self.head.0.weights"));
    assertEquals(0f, weights.at(5, 2));
    assertTrue(weights.at(5, 3) > 0);
  }

  @Test
  void mistralSeesAllWhereItsWindowIsNull() throws Problem, IOException {
    DrawnCheckpoint drawn = llama(false);
    String config = llamaConfig("mistral", "MistralForCausalLM", ", \"sliding_window\": null");
    assertNear(
        llama(drawn, 10000, (query, key) -> key <= query),
        run(drawn, config, false).get(TensorId.of("logits")));
  }

  /**
   * Of four tokens of padding behind two words the last sees no word within its window of three.
   */
  @Test
  void aQueryThatSeesNothingSeesEverythingAlike() throws Problem, IOException {
    DrawnCheckpoint drawn = llama(false);
    String config = llamaConfig("mistral", "MistralForCausalLM", ", \"sliding_window\": 3");
    List<Boolean> padding = List.of(false, false, true, true, true, true);
    List<Integer> ids = Arrays.stream(IDS).boxed().toList();
    Trace trace =
        HuggingFaceCheckpoint.open("drawn", drawn.write(folder, config))
            .model()
            .run(
                new ModelInput(Tokens.unlabelled(1, ids, padding), Optional.empty(), ""),
                List.of());
    Node weights = trace.get(TensorId.of("decoder.1.self.head.3.weights"));
    for (int key = 0; key < 6; key++) {
      assertEquals(1 / 6f, weights.at(4, key));
      assertEquals(1 / 6f, weights.at(5, key));
      assertEquals(key == 1 ? 1f : 0f, weights.at(3, key));
    }
    Exactness.assertExplanationsAreExact(trace);
  }

  @Test
  void qwen2HasBiasesOfQueriesKeysAndValues() throws Problem, IOException {
    DrawnCheckpoint drawn = llama(true);
    String config = llamaConfig("qwen2", "Qwen2ForCausalLM", ", \"rope_theta\": 1000000.0");
    assertNear(
        llama(drawn, 1e6, (query, key) -> key <= query),
        run(drawn, config, false).get(TensorId.of("logits")));
  }

  /** Words, segments and positions, normalized, and projected where it says so. */
  private static double[][] embedded(DrawnCheckpoint drawn, String prefix, String project) {
    String at = prefix + "embeddings.";
    double[][] sum =
        PlainLoops.plus(
            PlainLoops.plus(
                drawn.rows(at + "word_embeddings.weight", IDS),
                drawn.rows(at + "token_type_embeddings.weight", TYPES)),
            drawn.rows(at + "position_embeddings.weight", PLACES));
    return drawn.linear(prefix + project, drawn.norm(at + "LayerNorm", 1e-12, sum));
  }

  private static DrawnCheckpoint embeddings(String prefix) {
    String at = prefix + "embeddings.";
    return new DrawnCheckpoint()
        .with(at + "word_embeddings.weight", 11, 6)
        .with(at + "token_type_embeddings.weight", 2, 6)
        .with(at + "position_embeddings.weight", 16, 6)
        .norm(at + "LayerNorm", 6);
  }

  @Test
  void albertsLayersShareParametersInGroups() throws Problem, IOException {
    DrawnCheckpoint drawn =
        embeddings("albert.").linear("albert.encoder.embedding_hidden_mapping_in", 6, 8);
    for (int group = 0; group < 2; group++) {
      String at = "albert.encoder.albert_layer_groups." + group + ".albert_layers.0.";
      for (String one : List.of("query", "key", "value", "dense")) {
        drawn.linear(at + "attention." + one, 8, 8);
      }
      drawn
          .norm(at + "attention.LayerNorm", 8)
          .linear(at + "ffn", 8, 12)
          .linear(at + "ffn_output", 12, 8)
          .norm(at + "full_layer_layer_norm", 8);
    }
    drawn
        .linear("predictions.dense", 8, 6)
        .norm("predictions.LayerNorm", 6)
        .with("predictions.bias", 11);
    String config =
        """
        {"model_type": "albert", "architectures": ["AlbertForMaskedLM"], "vocab_size": 11,
         "embedding_size": 6, "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 4,
         "num_hidden_groups": 2, "num_attention_heads": 2, "max_position_embeddings": 16}\
        """;
    Trace trace = run(drawn, config, true);
    double[][] x = embedded(drawn, "albert.", "encoder.embedding_hidden_mapping_in");
    assertNear(x, trace.get(TensorId.of("source.projected")));
    for (int layer = 0; layer < 4; layer++) {
      String at = "albert.encoder.albert_layer_groups." + layer / 2 + ".albert_layers.0.";
      double[][] asked =
          PlainLoops.attend(
              drawn.linear(at + "attention.query", x),
              drawn.linear(at + "attention.key", x),
              drawn.linear(at + "attention.value", x),
              2,
              2,
              (query, key) -> true);
      double[][] attended = PlainLoops.plus(x, drawn.linear(at + "attention.dense", asked));
      attended = drawn.norm(at + "attention.LayerNorm", 1e-12, attended);
      double[][] bent = PlainLoops.each(drawn.linear(at + "ffn", attended), PlainLoops::gelu);
      double[][] fed = PlainLoops.plus(attended, drawn.linear(at + "ffn_output", bent));
      x = drawn.norm(at + "full_layer_layer_norm", 1e-12, fed);
      assertNear(x, trace.get(TensorId.of("encoder.%d.feedforward.norm".formatted(layer))));
    }
    double[][] bent = PlainLoops.each(drawn.linear("predictions.dense", x), PlainLoops::gelu);
    double[][] normed = drawn.norm("predictions.LayerNorm", 1e-12, bent);
    String table = "albert.embeddings.word_embeddings.weight";
    assertNear(drawn.project(table, "predictions.bias", normed), trace.get(TensorId.of("logits")));
    Set<String> weights =
        trace.match("**.self.q.weight").stream()
            .map(node -> node.id().path())
            .collect(Collectors.toSet());
    assertEquals(Set.of("encoder.0.self.q.weight", "encoder.2.self.q.weight"), weights);
  }

  @Test
  void electraTellsWhichTokensWereReplaced() throws Problem, IOException {
    DrawnCheckpoint drawn = embeddings("electra.").linear("electra.embeddings_project", 6, 8);
    String at = "electra.encoder.layer.0.";
    for (String one : List.of("query", "key", "value")) {
      drawn.linear(at + "attention.self." + one, 8, 8);
    }
    drawn
        .linear(at + "attention.output.dense", 8, 8)
        .norm(at + "attention.output.LayerNorm", 8)
        .linear(at + "intermediate.dense", 8, 12)
        .linear(at + "output.dense", 12, 8)
        .norm(at + "output.LayerNorm", 8)
        .linear("discriminator_predictions.dense", 8, 8)
        .linear("discriminator_predictions.dense_prediction", 8, 1);
    String config =
        """
        {"model_type": "electra", "architectures": ["ElectraForPreTraining"], "vocab_size": 11,
         "embedding_size": 6, "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 1,
         "num_attention_heads": 2, "max_position_embeddings": 16, "hidden_act": "gelu_new"}\
        """;
    Trace trace = run(drawn, config, true);
    double[][] x = embedded(drawn, "electra.", "embeddings_project");
    double[][] asked =
        PlainLoops.attend(
            drawn.linear(at + "attention.self.query", x),
            drawn.linear(at + "attention.self.key", x),
            drawn.linear(at + "attention.self.value", x),
            2,
            2,
            (query, key) -> true);
    x = PlainLoops.plus(x, drawn.linear(at + "attention.output.dense", asked));
    x = drawn.norm(at + "attention.output.LayerNorm", 1e-12, x);
    double[][] bent = PlainLoops.each(drawn.linear(at + "intermediate.dense", x), PlainLoops::gelu);
    x = PlainLoops.plus(x, drawn.linear(at + "output.dense", bent));
    x = drawn.norm(at + "output.LayerNorm", 1e-12, x);
    double[][] judged =
        PlainLoops.each(drawn.linear("discriminator_predictions.dense", x), PlainLoops::gelu);
    assertNear(
        drawn.linear("discriminator_predictions.dense_prediction", judged),
        trace.get(TensorId.of("logits")));
  }
}
