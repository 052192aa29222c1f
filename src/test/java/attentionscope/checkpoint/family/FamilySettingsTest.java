package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.JsonFile;
import attentionscope.files.Problem;
import attentionscope.model.HiddenStates;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.op.Rotate;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A setting that changes numbers is honoured, or refused by its name. */
class FamilySettingsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  /** A reference checkpoint in which one setting says something else; empty: it is left out. */
  private HuggingFaceCheckpoint with(String reference, String key, String value)
      throws Problem, IOException {
    Path from = ReferenceFolder.find().resolve("hf").resolve(reference);
    ObjectNode config = (ObjectNode) JsonFile.read(from.resolve("config.json"));
    if (value.isEmpty()) {
      config.remove(key);
    } else {
      config.set(key, JSON.readTree(value));
    }
    Files.writeString(folder.resolve("config.json"), config.toString());
    Files.copy(from.resolve("model.safetensors"), folder.resolve("model.safetensors"));
    return HuggingFaceCheckpoint.open("changed", folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "llama | rope_scaling | {\"rope_type\": \"ntk\", \"factor\": 2.0} | rope_scaling.type",
        "gptneox | rope_scaling | {\"type\": \"yarn\", \"factor\": 2.0} | rope_scaling.type",
        "llama | rope_parameters | {\"rope_type\": \"longrope\"} | rope_scaling.type",
        "llama | rope_scaling | {\"factor\": 2.0} | rope_scaling.type",
        "llama | hidden_act | \"mish\" | hidden_act",
        "llama | quantization_config | {\"bits\": 4} | quantization_config",
        "llama | architectures | [\"LlamaForTokenizing\"] | architectures",
        "llama | model_type | \"mamba\" | model_type",
        "bert-model | position_embedding_type | \"relative_key\" | position_embedding_type",
        "bert-model | pruned_heads | {\"0\": [1]} | pruned_heads",
        "gpt2 | add_cross_attention | true | add_cross_attention",
        "bart | normalize_before | true | normalize_before",
        "marian | static_position_embeddings | false | static_position_embeddings",
        "opt | layer_norm_elementwise_affine | false | layer_norm_elementwise_affine"
      })
  void whatIsNotComputedIsRefusedByName(String reference, String key, String value, String named) {
    Problem problem = assertThrows(Problem.class, () -> with(reference, key, value));
    assertEquals("checkpoint.problem.unsupported", problem.key());
    assertEquals(named, problem.args().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "llama | num_hidden_layers | \"two\" | checkpoint.problem.config-value",
        "llama | num_hidden_layers | 100000000 | checkpoint.problem.config-value",
        "llama | hidden_size | -32 | checkpoint.problem.config-value",
        "llama | num_attention_heads | 5 | checkpoint.problem.config-value",
        "gptneox | rotary_pct | 0.01 | checkpoint.problem.config-value",
        "gptj | rotary_dim | null | checkpoint.problem.config-value",
        "llama | num_hidden_layers | 3 | checkpoint.problem.no-array-but",
        "llama | intermediate_size | 57 | checkpoint.problem.other-shape",
        "llama | attention_bias | true | checkpoint.problem.no-array-but"
      })
  void whatDoesNotFitIsToldWithFileAndName(
      String reference, String key, String value, String expected) {
    Problem problem = assertThrows(Problem.class, () -> with(reference, key, value));
    assertEquals(expected, problem.key());
    assertTrue(problem.args().getFirst().toString().startsWith(folder.toString()));
  }

  private static Trace run(Model model, int length) throws Problem {
    List<Integer> ids = List.of(5, 8, 2, 40, 7, 9).subList(0, length);
    Tokens tokens = Tokens.of(ids, ids.stream().map(String::valueOf).toList());
    return model.run(new ModelInput(tokens, Optional.empty(), ""), List.of());
  }

  @Test
  void scoresAreNotScaledWhereSettingsSaySo() throws Problem, IOException {
    Trace trace = run(with("gpt2", "scale_attn_weights", "false").model(), 4);
    assertEquals(List.of(), trace.match("**.scaled"));
  }

  @Test
  void bloomMayKeepTheNormInItsSums() throws Problem, IOException {
    String key = "apply_residual_connection_post_layernorm";
    Trace trace = run(with("bloom", key, "true").model(), 4);
    String sum = "decoder.0.self.residual";
    assertEquals("decoder.0.self.norm", trace.get(TensorId.of(sum)).input(0).id().path());
  }

  @Test
  void aBaseClassHasHiddenStatesOnly() throws Problem, IOException {
    Model model = with("llama", "architectures", "[\"LlamaModel\"]").model();
    assertTrue(model instanceof HiddenStates);
    assertTrue(run(model, 4).find(TensorId.of("logits")).isEmpty());
  }

  private static Rotate turned(Model model) throws Problem {
    TensorId id = TensorId.of("decoder.0.self.head.0.q.turned");
    return (Rotate) run(model, 4).get(id).op();
  }

  @Test
  void rotaryPositionsMayBeDescribedInOnePlace() throws Problem, IOException {
    String said = "{\"rope_type\": \"linear\", \"factor\": 2.0, \"rope_theta\": 500.0}";
    Rotate rotate = turned(with("llama", "rope_parameters", said).model());
    assertEquals(500, rotate.turning().base());
    assertEquals(4 * Math.PI, rotate.wavelength(0), 1e-9);
  }

  /** Frequencies 1, 0.1, 0.01 and 0.001; that of the second pair lies between both bounds. */
  @Test
  void slowPairsAreStretchedMoreThanFastOnes() throws Problem, IOException {
    String said =
        """
        {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
         "original_max_position_embeddings": 64}\
        """;
    Rotate rotate = turned(with("llama", "rope_scaling", said).model());
    assertEquals(2 * Math.PI, rotate.wavelength(0), 1e-9);
    double part = (64 * 0.1 / (2 * Math.PI) - 1) / 3;
    assertEquals(2 * Math.PI / ((1 - part) * 0.1 / 8 + part * 0.1), rotate.wavelength(1), 1e-9);
    assertEquals(8 * 200 * Math.PI, rotate.wavelength(2), 1e-6);
    assertEquals(8 * 2000 * Math.PI, rotate.wavelength(3), 1e-6);
  }

  @Test
  void whatYarnNeedsIsAskedForByName() {
    Problem problem =
        assertThrows(Problem.class, () -> with("llama", "rope_scaling", "{\"type\": \"yarn\"}"));
    assertEquals("rope_scaling.factor", problem.args().get(1));
  }

  @Test
  void textsWithinTheLearnedLengthAreTurnedAsUsual() throws Problem, IOException {
    String said = "{\"type\": \"dynamic\", \"factor\": 2.0}";
    Model model = with("llama", "rope_scaling", said).model();
    assertEquals(2 * Math.PI, turned(model).wavelength(0), 1e-9);
    Path config = folder.resolve("config.json");
    ObjectNode learned = (ObjectNode) JsonFile.read(config);
    Files.writeString(config, learned.put("max_position_embeddings", 3).toString());
    Model shorter = HuggingFaceCheckpoint.open("shorter", folder).model();
    run(shorter, 3);
    Problem problem = assertThrows(Problem.class, () -> run(shorter, 4));
    assertEquals("nn.problem.too-long-to-turn", problem.key());
    assertEquals(List.of(4, 3), problem.args());
  }

  @ParameterizedTest
  @CsvSource({
    "bert-model, BertForSequenceClassification",
    "llama, LlamaForTokenClassification",
    "distilbert, DistilBertForQuestionAnswering",
    "t5-relu, T5ForQuestionAnswering"
  })
  void aHeadThatIsNotComputedIsToldAndItsBodyRuns(String reference, String named)
      throws Problem, IOException {
    HuggingFaceCheckpoint checkpoint = with(reference, "architectures", "[\"" + named + "\"]");
    assertTrue(checkpoint.model() instanceof HiddenStates);
    Problem missing = checkpoint.facts().missing().getFirst();
    assertEquals("checkpoint.problem.head", missing.key());
    assertTrue(named.endsWith(missing.args().get(1).toString()));
  }

  @Test
  void withoutAClassTheHeadIsSeenByItsWeights() throws Problem, IOException {
    assertTrue(with("bert-mlm", "architectures", "").facts().unused().isEmpty());
  }

  @Test
  void factsSayWhatACheckpointIs() throws Problem {
    Path reference = ReferenceFolder.find().resolve("hf").resolve("llama-gqa-padded");
    Facts facts = HuggingFaceCheckpoint.open("facts", reference).facts();
    assertEquals("LlamaForCausalLM", facts.architecture());
    assertEquals(List.of("logits.weight = source.embedding.weight"), facts.tied());
    Facts.Side side = facts.sides().getFirst();
    assertEquals(new Facts.Side("decoder", 2, 32, 4, 2, 8, 56), side);
    assertEquals(97, facts.vocabulary());
    assertEquals(1, facts.special().get("bos"));
  }

  @Test
  void tokenTypesThatAModelHasNoUseForAreRefused() throws Problem {
    Path reference = ReferenceFolder.find().resolve("hf");
    Tokens tokens = Tokens.of(List.of(1, 2), List.of("1", "2")).ofTypes(List.of(0, 1));
    ModelInput input = new ModelInput(tokens, Optional.empty(), "");
    Model llama = HuggingFaceCheckpoint.open("llama", reference.resolve("llama")).model();
    Problem refused = assertThrows(Problem.class, () -> llama.run(input, List.of()));
    assertEquals("model.problem.types", refused.key());
    Model bert = HuggingFaceCheckpoint.open("bert", reference.resolve("bert-model")).model();
    Tokens third = tokens.ofTypes(List.of(0, 2));
    ModelInput unknown = new ModelInput(third, Optional.empty(), "");
    Problem noType = assertThrows(Problem.class, () -> bert.run(unknown, List.of()));
    assertEquals("nn.problem.no-type", noType.key());
  }

  @Test
  void positionsThatAModelCountsItselfAreRefused() throws Problem {
    Path reference = ReferenceFolder.find().resolve("hf");
    Tokens tokens = Tokens.of(List.of(1, 2), List.of("1", "2")).at(List.of(4, 5));
    ModelInput input = new ModelInput(tokens, Optional.empty(), "");
    Model opt = HuggingFaceCheckpoint.open("opt", reference.resolve("opt")).model();
    Problem refused = assertThrows(Problem.class, () -> opt.run(input, List.of()));
    assertEquals("model.problem.places", refused.key());
  }
}
