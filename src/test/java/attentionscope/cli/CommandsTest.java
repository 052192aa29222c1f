package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the command line, which other programs rely on. */
class CommandsTest {

  @TempDir private Path folder;

  @Test
  void everyCommandHelps() {
    for (String[] command :
        new String[][] {
          {},
          {"inspect"},
          {"trace"},
          {"task"},
          {"train"},
          {"generate"},
          {"render"},
          {"lessons"},
          {"lessons", "check"}
        }) {
      List<String> args = new ArrayList<>(List.of(command));
      args.add("--help");
      Called called = Called.with(args.toArray(String[]::new));
      assertEquals(0, called.code());
      assertTrue(called.out().startsWith("Usage: attention-scope"), called.out());
    }
  }

  @Test
  void wrongUseIsOneLineAndTwo() {
    assertTrue(Called.with("fly").err().contains("'fly' is neither a command nor a file"));
    assertWrongUse("fly");
    assertWrongUse("trace", "toy/i-go-home", "--out", "x.json");
    assertWrongUse("trace", "toy/i-go-home", "--text", "I");
    assertWrongUse("trace", "toy/i-go-home", "--text", "I", "--ids", "1", "--out", "x.json");
    assertWrongUse("render", "13-scaled-dot-product", "--out", "x", "--size", "large");
    assertWrongUse("lessons");
  }

  @Test
  void trainingWritesAModelThatCanBeTracedAndGoneOnWith() throws IOException {
    Path model = folder.resolve("model");
    String[] train = {"train", "copy", "--steps", "2", "--batch", "2", "--out", model.toString()};
    Called trained = Called.with(train);
    assertEquals(0, trained.code(), trained.err());
    assertTrue(Files.exists(model.resolve("config.json")));
    assertEquals(1, Called.with(train).code()); // nothing is written over
    assertEquals(0, Called.with("train", "--resume", "--out", model.toString()).code());
    Path trace = folder.resolve("run.json");
    Called traced =
        Called.with(
            "trace", model.toString(), "--text", "a b", "--target-text", "a", "--out", "" + trace);
    assertEquals(0, traced.code(), traced.err());
    Path back = folder.resolve("back.safetensors");
    String[] backwards = {
      "trace",
      model.toString(),
      "--text",
      "a b",
      "--target-text",
      "a",
      "--gradients",
      "--out",
      "" + back
    };
    assertEquals(0, Called.with(backwards).code());
    Set<String> names = readNames(back);
    assertTrue(names.containsAll(Set.of("loss", "grad/loss", "grad/encoder.0.self.q.weight")));
    assertWrongUse("train", "--out", folder.resolve("other").toString());
    assertWrites(model, "--greedy");
    assertWrites(model, "--temperature", "0.7", "--top-k", "5", "--top-p", "0.9", "--seed", "3");
    assertEquals(2, assertWrites(model, "--beams", "3", "--return", "2").lines().count());
    assertEquals(3, assertWrites(model, "--seed", "3", "--return", "3").lines().count());
    assertWrongUse("generate", model.toString(), "--text", "a", "--return", "2");
    assertWrongUse("generate", model.toString());
    String[] hot = {"generate", model.toString(), "--text", "a", "--temperature", "0"};
    assertWrongUse(hot);
    assertWrongUse("generate", model.toString(), "--text", "a", "--greedy", "--beams", "2");
  }

  @Test
  void aRecipeIsTrainedByAndWhatItGivesIsEvaluated() throws IOException {
    Path recipe = folder.resolve("small.yaml");
    Files.writeString(recipe, "task: english\nkind: decoder-only\nsteps: 9\nbatch: 2\n");
    Path model = folder.resolve("small");
    Called trained = Called.with("train", "" + recipe, "--steps", "2", "--out", "" + model);
    assertEquals(0, trained.code(), trained.err());
    Called evaluated = Called.with("evaluate", "" + model, "--samples", "20");
    assertEquals(0, evaluated.code(), evaluated.err());
    assertTrue(evaluated.out().contains("of 20 answers"), evaluated.out());
    assertTrue(evaluated.out().contains("Of two words"), evaluated.out());
    assertEquals(1, Called.with("evaluate", "toy/i-go-home").code());
    assertWrongUse("evaluate", "" + model, "--samples", "0");
  }

  private static String assertWrites(Path model, String... how) {
    List<String> args =
        new ArrayList<>(List.of("generate", model.toString(), "--text", "a b", "--max-new", "4"));
    args.addAll(List.of(how));
    Called called = Called.with(args.toArray(String[]::new));
    assertEquals(0, called.code(), called.err());
    Called again = Called.with(args.toArray(String[]::new));
    assertEquals(called.out(), again.out());
    return called.out();
  }

  @Test
  void onlyModelsThatPredictWhatComesNextWrite() {
    Called called = Called.with("generate", "toy/i-go-home", "--text", "I go home");
    assertEquals(1, called.code());
    assertEquals(1, called.err().lines().count());
  }

  private static Set<String> readNames(Path file) {
    try {
      return ArrayFiles.read(file).arrays().keySet();
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  @Test
  void aTaskPrintsItsSamples() {
    Called called = Called.with("task", "copy", "--samples", "3", "--seed", "4", "--part", "test");
    assertEquals(0, called.code());
    List<String> lines = called.out().lines().toList();
    assertEquals(3, lines.size());
    lines.forEach(line -> assertTrue(line.matches("(.+)\\t\\1"), line));
    assertTrue(Called.with("task").out().lines().toList().contains("copy"));
  }

  @Test
  void anythingElseIsOneLineAndOne() {
    assertFails("no task coppy", "task", "coppy");
    assertFails("no model toy/nothing", "trace", "toy/nothing", "--text", "I", "--out", "x.json");
    assertFails(
        "doesn't know the word", "trace", "toy/i-go-home", "--text", "xyzzy", "--out", "x.json");
    assertFails("no lesson 99-none", "render", "99-none", "--out", folder.toString());
    assertFails(
        "zzz", "trace", "toy/i-go-home", "--text", "I", "--tensors", "zzz", "--out", "x.npz");
  }

  @Test
  void traceWritesWhatItComputes() throws Problem {
    Path file = folder.resolve("run.safetensors");
    Called called =
        Called.with(
            "trace",
            "toy/i-go-home",
            "--text",
            "I go home",
            "--tensors",
            "**.weights",
            "--out",
            file.toString());
    assertEquals(0, called.code(), called.err());
    ArrayFile written = ArrayFiles.read(file);
    String weights = "encoder.0.self.head.0.weights";
    assertEquals(Set.of(weights), written.arrays().keySet());
    float[] expected = {.090f, .245f, .665f, .245f, .090f, .665f, .665f, .245f, .090f};
    assertArrayEquals(expected, written.floats(weights, 3, 3), 0.0005f);
  }

  @Test
  void namesOfHuggingFaceHaveTheBatchAsAnAxis() throws Problem {
    Path file = folder.resolve("run.npz");
    Called called =
        Called.with(
            "trace",
            "toy/translation",
            "--ids",
            "1,12,5,20",
            "--target-ids",
            "1,3,7",
            "--names",
            "hf",
            "--out",
            file.toString());
    assertEquals(0, called.code(), called.err());
    ArrayFile written = ArrayFiles.read(file);
    assertEquals(List.of(1L, 4L, 32L), written.get("encoder_hidden_states.2").shape().sizes());
    assertArrayEquals(
        written.floats("encoder_hidden_states.2"), written.floats("encoder_last_hidden_state"));
    assertEquals(List.of(1L, 4L, 3L, 4L), written.get("cross_attentions.1").shape().sizes());
    assertEquals(List.of(1L, 3L, 29L), written.get("logits").shape().sizes());
  }

  @Test
  void inputsOfAFileMayBePadded() throws Problem {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("input_ids", NdArray.of(new long[] {0, 1, 2, 2, 1, 0}, 2, 3));
    arrays.put("attention_mask", NdArray.of(new long[] {1, 1, 1, 1, 1, 0}, 2, 3));
    Path inputs = folder.resolve("inputs.safetensors");
    ArrayFiles.write(inputs, ArrayFile.of(inputs, arrays));
    Path file = folder.resolve("run.safetensors");
    Called called =
        Called.with(
            "trace",
            "toy/i-go-home",
            "--inputs",
            inputs.toString(),
            "--names",
            "hf",
            "--out",
            file.toString());
    assertEquals(0, called.code(), called.err());
    float[] attention = ArrayFiles.read(file).floats("attentions.0", 2, 1, 3, 3);
    for (int query = 0; query < 3; query++) {
      assertEquals(0f, attention[9 + 3 * query + 2], "nobody looks at padding");
    }
  }

  @Test
  void renderDrawsAStepAndAWorkspace() throws IOException {
    Path workspace = folder.resolve("cross.attention");
    Files.writeString(
        workspace, "model: toy/translation\ninput: 나 는 학생 입니다\ntarget: I am\nview: attention\n");
    assertDrawn("13-scaled-dot-product:scale", "13-scaled-dot-product-04-scale.png");
    assertDrawn(workspace.toString(), "cross.png");
  }

  @Test
  void renderDrawsVectors() throws IOException {
    Called called =
        Called.with(
            "render", "13-scaled-dot-product:4", "--format", "svg", "--out", folder.toString());
    assertEquals(0, called.code(), called.err());
    String svg = Files.readString(folder.resolve("13-scaled-dot-product-04-scale.svg"));
    assertTrue(svg.contains("<svg") && svg.contains(">home</text>"), svg.substring(0, 200));
  }

  @Test
  void theProgramsOwnLessonsAreClean() {
    Called called = Called.with("lessons", "check");
    assertEquals(0, called.code(), called.err());
    assertEquals("", called.err());
  }

  @Test
  void aFaultyLessonIsNamedWithFileAndLine() throws IOException {
    Path lesson = Files.createDirectories(folder.resolve("13-broken"));
    Path good = ProgramFolder.find().lessons().resolve("13-scaled-dot-product");
    for (String name : List.of("lesson.yaml", "en.md", "ko.md")) {
      String text = Files.readString(good.resolve(name));
      Files.writeString(lesson.resolve(name), text.replace("minutes:", "minuts:"));
    }
    Called called = Called.with("lessons", "check", lesson.toString());
    assertEquals(1, called.code());
    assertTrue(called.err().contains("lesson.yaml:4"), called.err());
  }

  private void assertDrawn(String what, String name) throws IOException {
    Called called =
        Called.with(
            "render",
            what,
            "--out",
            folder.toString(),
            "--lang",
            "ko",
            "--theme",
            "dark",
            "--size",
            "1024x700");
    assertEquals(0, called.code(), called.err());
    assertTrue(Files.size(folder.resolve(name)) > 10_000, name);
  }

  private static void assertWrongUse(String... args) {
    Called called = Called.with(args);
    assertEquals(2, called.code(), called.err());
    assertEquals(1, called.err().lines().count(), called.err());
  }

  private static void assertFails(String says, String... args) {
    Called called = Called.with(args);
    assertEquals(1, called.code(), called.err());
    assertEquals(1, called.err().lines().count(), called.err());
    assertTrue(called.err().contains(says), called.err());
  }
}
