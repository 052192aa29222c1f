package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code generate} against Hugging Face's: every run of every checkpoint in the folder {@code
 * generation}, from the files as they lie there. What is banned and forced, and what a decoder
 * begins with, stands in those.
 */
@Tag("reference")
class GenerateReferenceTest {

  private static final double TOLERANCE = 1e-4; // four decimals are printed

  @TempDir private Path folder;

  /** A run of a checkpoint. */
  private record Run(Path checkpoint, ArrayFile expected, String name, JsonNode said) {

    JsonNode argument(String key) {
      return said.required("generate").path(key);
    }

    String input() {
      return said.required("input").asString();
    }

    int prompt() throws Problem {
      boolean encodes =
          JsonFile.read(checkpoint.resolve("config.json"))
              .path("is_encoder_decoder")
              .asBoolean(false);
      return encodes ? 1 : expected.get(input() + ".input_ids", -1, -1).shape().size(1);
    }

    int most() throws Problem {
      if (argument("max_new_tokens").isNumber()) {
        return argument("max_new_tokens").asInt();
      }
      JsonNode usual = JsonFile.read(checkpoint.resolve("generation_config.json"));
      int all = argument("max_length").asInt(usual.path("max_length").asInt(20));
      return all - prompt();
    }

    /** What was written since 4.36, up to the end, as this program prints it. */
    List<String> sequences() throws Problem {
      String recent = name + ".sequences_v4_40";
      NdArray ids = expected.get(expected.has(recent) ? recent : name + ".sequences", -1, -1);
      int length = ids.shape().size(1);
      int end = JsonFile.read(checkpoint.resolve("config.json")).path("eos_token_id").asInt(-1);
      if (argument("eos_token_id").isNumber()) {
        end = argument("eos_token_id").asInt();
      }
      List<String> lines = new ArrayList<>();
      for (int row = 0; row < ids.shape().size(0); row++) {
        List<String> line = new ArrayList<>();
        for (int column = prompt(); column < length; column++) {
          long id = (long) ids.number(row * length + column);
          line.add(Long.toString(id));
          if (id == end) {
            break;
          }
        }
        lines.add(String.join(",", line));
      }
      return lines;
    }
  }

  @TestFactory
  Stream<DynamicTest> printsWhatHuggingFaceWrites() throws IOException, Problem {
    Path all = ReferenceFolder.find().resolve("generation");
    List<Path> checkpoints;
    try (Stream<Path> entries = Files.list(all)) {
      checkpoints = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertFalse(checkpoints.isEmpty(), "no case in " + all);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path checkpoint : checkpoints) {
      ArrayFile expected = ArrayFiles.read(checkpoint.resolve("expected.safetensors"));
      JsonNode runs = JsonFile.read(checkpoint.resolve("runs.json")).required("runs");
      for (Map.Entry<String, JsonNode> entry : runs.properties()) {
        Run run = new Run(checkpoint, expected, entry.getKey(), entry.getValue());
        // a run that has no end is told so by an argument that generate does not take
        if (!run.argument("eos_token_id").isNull()) {
          String name = checkpoint.getFileName() + " " + entry.getKey();
          tests.add(DynamicTest.dynamicTest(name, () -> compare(run)));
        }
      }
    }
    return tests.stream();
  }

  private void compare(Run run) throws Problem {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (String name : List.of("input_ids", "attention_mask")) {
      arrays.put(name, run.expected().get(run.input() + "." + name, -1, -1));
    }
    Path inputs = folder.resolve(run.name() + ".safetensors");
    ArrayFiles.write(inputs, ArrayFile.of(inputs, arrays));
    List<String> args = new ArrayList<>(List.of("generate", run.checkpoint().toString()));
    args.addAll(List.of("--inputs", inputs.toString(), "--show", "ids"));
    args.addAll(List.of("--max-new", Integer.toString(run.most())));
    boolean beams = run.argument("num_beams").asInt(1) > 1;
    if (beams) {
      args.addAll(List.of("--beams", run.argument("num_beams").asString()));
      args.addAll(List.of("--return", run.argument("num_return_sequences").asString("1")));
      args.addAll(List.of("--length-penalty", run.argument("length_penalty").asString("1")));
      switch (run.argument("early_stopping").asString("false")) {
        case "true" -> args.add("--early-stopping");
        case "never" -> args.addAll(List.of("--early-stopping", "never"));
        default -> {}
      }
    }
    Called called = Called.with(args.toArray(String[]::new));
    assertEquals(0, called.code(), called.err());
    List<String> lines = called.out().lines().toList();
    boolean scored = beams && lines.size() > 1;
    assertEquals(
        run.sequences(),
        lines.stream()
            .map(line -> scored ? line.substring(line.indexOf('\t') + 1) : line)
            .toList());
    if (scored) {
      NdArray scores = run.expected().get(run.name() + ".sequences_scores_v4_40", lines.size());
      for (int i = 0; i < lines.size(); i++) {
        double found = Double.parseDouble(lines.get(i).substring(0, lines.get(i).indexOf('\t')));
        assertEquals(scores.number(i), found, TOLERANCE * (1 + Math.abs(found)));
      }
    }
  }
}
