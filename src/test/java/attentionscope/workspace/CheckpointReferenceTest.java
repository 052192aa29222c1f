package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.InputArrays;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.Safetensors;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole checkpoints against Hugging Face's own models, and against formulas of theirs that were
 * computed elsewhere: every case that the folders {@code hf} and {@code families} hold, with every
 * result that they store.
 */
@Tag("reference")
class CheckpointReferenceTest {

  /** Allowed difference, relative to 1 + |reference|. */
  private static final double TOLERANCE = 5e-5;

  private static final Set<String> INPUTS =
      Set.of(
          "input_ids",
          "attention_mask",
          "token_type_ids",
          "position_ids",
          "decoder_input_ids",
          "decoder_attention_mask");

  static Stream<Path> cases() throws IOException {
    return Stream.concat(
        folders(ReferenceFolder.find().resolve("hf")), folders(ReferenceFolder.families()));
  }

  private static Stream<Path> folders(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @Test
  void thereAreCases() throws IOException {
    assertFalse(cases().toList().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyStoredResultAgrees(Path folder) throws Problem {
    ArrayFile expected = Safetensors.read(folder.resolve("expected.safetensors"));
    String name = String.valueOf(folder.getFileName());
    ModelInput input = InputArrays.read(expected);
    Map<String, NdArray> found =
        TraceArrays.huggingFace(
            HuggingFaceCheckpoint.open(name, folder).model().run(input, List.of()));
    Set<String> compared = new LinkedHashSet<>();
    for (String result : expected.arrays().keySet()) {
      if (!INPUTS.contains(result)) {
        assertTrue(found.containsKey(result), () -> result + " is not among " + found.keySet());
        compare(result, expected.get(result), found.get(result), input);
        compared.add(result);
      }
    }
    assertFalse(compared.isEmpty());
  }

  /** What padding in front has become is nobody's business: it sees nothing. */
  private static void compare(String name, NdArray expected, NdArray found, ModelInput input) {
    assertEquals(expected.shape(), found.shape(), name);
    List<Long> sizes = expected.shape().sizes();
    int queries = name.contains("attentions") ? 2 : 1;
    for (int i = 0; i < expected.count(); i++) {
      boolean blind = false;
      if (input.target().isEmpty() && sizes.size() > queries) {
        long inner = 1;
        for (int axis = queries + 1; axis < sizes.size(); axis++) {
          inner *= sizes.get(axis);
        }
        int row = (int) (i / inner % sizes.get(queries));
        int sample = (int) (i / (expected.count() / sizes.getFirst()));
        int length = input.source().length();
        blind =
            row < length
                && input
                    .source()
                    .padding()
                    .subList(sample * length, sample * length + row + 1)
                    .stream()
                    .allMatch(padded -> padded);
      }
      double reference = expected.number(i);
      double difference = Math.abs(found.number(i) - reference);
      int at = i;
      assertTrue(
          blind || difference <= TOLERANCE * (1 + Math.abs(reference)),
          () -> "%s[%d] is %s, expected %s".formatted(name, at, found.number(at), reference));
    }
  }
}
