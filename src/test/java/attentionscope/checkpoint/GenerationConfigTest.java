package attentionscope.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.Repeats;
import attentionscope.model.generation.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationConfigTest {

  @TempDir private Path folder;

  private GenerationConfig read(String config, String generation) throws Problem, IOException {
    Files.writeString(folder.resolve("config.json"), config);
    if (!generation.isEmpty()) {
      Files.writeString(folder.resolve("generation_config.json"), generation);
    }
    return GenerationConfig.read(folder);
  }

  private static OptionalInt of(int id) {
    return OptionalInt.of(id);
  }

  @Test
  void readsWhatBartsFileSays() throws Exception {
    GenerationConfig said =
        read(
            "{\"model_type\": \"bart\"}",
            """
            {"bos_token_id": 0, "decoder_start_token_id": 2, "early_stopping": true,
             "eos_token_id": 2, "forced_bos_token_id": 0, "forced_eos_token_id": 2,
             "length_penalty": 2.0, "max_length": 142, "min_length": 56,
             "no_repeat_ngram_size": 3, "num_beams": 4, "pad_token_id": 1,
             "bad_words_ids": [[7], [2], [8, 9]], "suppress_tokens": [5]}
            """);
    assertEquals(of(2), said.start());
    assertEquals(of(0), said.first());
    assertEquals(of(2), said.last());
    assertEquals(new Repeats(1, 3), said.repeats());
    assertEquals(2.0, said.lengthPenalty());
    assertEquals(BeamPlan.Stopping.EARLY, said.stopping());
    Rules rules = said.rules(60, 1);
    assertEquals(55, rules.fewest(), "56 with the start token");
    assertEquals(List.of(List.of(7), List.of(8, 9), List.of(5)), rules.banned());
  }

  @Test
  void withoutAFileOfItsOwnTheConfigSaysAndElseTheClass() throws Exception {
    GenerationConfig marian =
        read("{\"model_type\": \"marian\", \"eos_token_id\": 3, \"bad_words_ids\": [[59]]}", "");
    assertEquals(List.of(3), marian.ends());
    assertEquals(of(58100), marian.start());
    assertEquals(of(0), marian.last());
    assertEquals(List.of(List.of(59)), marian.banned());
  }

  @Test
  void aFileOfItsOwnIsNotFilledUpFromTheClass() throws Exception {
    GenerationConfig said = read("{\"model_type\": \"llama\"}", "{\"eos_token_id\": [7, 9]}");
    assertEquals(List.of(7, 9), said.ends());
    assertEquals(OptionalInt.empty(), said.start());
    assertEquals(7, said.rules(3, 1).padding());
  }

  @Test
  void aDecoderThatNobodyBeginsBeginsAsTexts() throws Exception {
    assertEquals(of(4), read("{}", "{\"bos_token_id\": 4}").start());
  }

  @Test
  void whatIsNotDoneIsRefusedByName() {
    for (String key :
        List.of(
            "\"num_beam_groups\": 2", "\"forced_decoder_ids\": [[1, 5]]", "\"typical_p\": 0.9")) {
      Problem problem = assertThrows(Problem.class, () -> read("{}", "{" + key + "}"));
      assertEquals("checkpoint.problem.not-written-so", problem.key());
      assertTrue(key.contains((String) problem.args().get(1)));
    }
  }

  @Test
  void whatIsNoIdIsRefusedWithItsPlace() {
    for (String key :
        List.of(
            "\"eos_token_id\": -1",
            "\"eos_token_id\": \"x\"",
            "\"pad_token_id\": 1.5",
            "\"bad_words_ids\": [[]]",
            "\"bad_words_ids\": [3]",
            "\"repetition_penalty\": 0",
            "\"early_stopping\": \"soon\"",
            "\"min_length\": 99999999999")) {
      Problem problem = assertThrows(Problem.class, () -> read("{}", "{" + key + "}"));
      assertEquals("checkpoint.problem.writing", problem.key(), key);
    }
    assertThrows(Problem.class, () -> read("{}", "[]"));
  }

  @Test
  void neutralValuesAreNoWish() throws Exception {
    GenerationConfig said =
        read(
            "{}",
            "{\"typical_p\": 1.0, \"num_beam_groups\": 1, \"forced_decoder_ids\": null,"
                + " \"begin_suppress_tokens\": []}");
    assertEquals(Repeats.ALLOWED, said.repeats());
  }
}
