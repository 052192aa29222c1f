package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.SharedFolder;
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
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What commands do with models that others have trained. */
class CheckpointCommandsTest {

  private static final Locale USUAL = Locale.getDefault();

  @TempDir private Path folder;

  @BeforeEach
  void english() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void asItWas() {
    Locale.setDefault(USUAL);
  }

  private static Path reference(String name) {
    return ReferenceFolder.find().resolve("hf").resolve(name);
  }

  private static String done(String... args) {
    Called called = Called.with(args);
    assertEquals(0, called.code(), called.err());
    return called.out();
  }

  private static void fails(String says, String... args) {
    Called called = Called.with(args);
    assertEquals(1, called.code(), called.err());
    assertEquals(1, called.err().lines().count(), called.err());
    assertTrue(called.err().contains(says), called.err());
  }

  private Path written(String name, SequencedMap<String, NdArray> arrays) throws Problem {
    Path file = folder.resolve(name);
    ArrayFiles.write(file, ArrayFile.of(file, arrays));
    return file;
  }

  @Test
  void inspectSaysWhatACheckpointIs() {
    List<String> lines = done("inspect", reference("llama-gqa-padded") + "").lines().toList();
    assertTrue(lines.contains("family: llama"), lines.toString());
    assertTrue(lines.contains("class: LlamaForCausalLM"), lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.matches("stack: decoder, 2 layers, .*share 2 .*")),
        lines.toString());
    assertTrue(lines.contains("goes on with texts: yes"), lines.toString());
    assertTrue(done("inspect", reference("bert-mlm") + "").contains("goes on with texts: no"));
  }

  @Test
  void inspectSpeaksKorean() {
    Locale.setDefault(Locale.KOREAN);
    String said = done("inspect", reference("gpt2") + "");
    assertTrue(said.contains("계열: gpt2"), said);
    assertTrue(said.contains("이어 쓰기: 예"), said);
  }

  @Test
  void inspectListsTensors() throws IOException {
    String all = done("inspect", reference("gpt2-f16") + "", "--tensors");
    assertTrue(all.contains("wte.weight  F16  ["), all);
    assertTrue(
        done("inspect", "toy/i-go-home", "--tensors").contains("self.q.weight  F32  [4, 4]"));
    Path alone =
        Files.copy(reference("gpt2").resolve("model.safetensors"), folder.resolve("a.safetensors"));
    String lacking = done("inspect", alone.toString());
    assertTrue(lacking.contains("problem: "), lacking);
    fails("", "inspect", folder.resolve("nothing").toString());
  }

  @Test
  void whatCannotBeRunSaysWhyWhenItIsToWrite() throws IOException {
    Path model = Files.createDirectories(folder.resolve("odd"));
    Files.copy(reference("gpt2").resolve("model.safetensors"), model.resolve("model.safetensors"));
    Files.writeString(model.resolve("config.json"), "{\"model_type\": \"mamba\"}");
    fails("mamba", "generate", model.toString(), "--ids", "1");
  }

  @Test
  void textNeedsAVocabulary() {
    fails("no vocabulary", "generate", reference("gpt2") + "", "--text", "Once");
    fails("no vocabulary", "trace", reference("gpt2") + "", "--text", "Once", "--out", "x.npz");
  }

  @Test
  void idsBeyondTheVocabularyAreNamed() {
    fails("99999", "generate", reference("gpt2") + "", "--ids", "99999");
  }

  @Test
  void aGenerationConfigThatWantsSomethingElseIsRefusedByName() throws IOException {
    Path model = Files.createDirectories(folder.resolve("odd"));
    for (String file : List.of("model.safetensors", "config.json")) {
      Files.copy(reference("gpt2").resolve(file), model.resolve(file));
    }
    Files.writeString(model.resolve("generation_config.json"), "{\"num_beam_groups\": 2}");
    fails("num_beam_groups", "generate", model.toString(), "--ids", "1");
    assertTrue(done("inspect", model.toString()).contains("num_beam_groups"));
  }

  @Test
  void kindsAndPlacesOfTokensReachTheModel() throws Problem {
    Path bert = reference("bert-mlm");
    NdArray ids = NdArray.of(new long[] {5, 6, 7, 8}, 1, 4);
    SequencedMap<String, NdArray> plain = new LinkedHashMap<>();
    plain.put("input_ids", ids);
    SequencedMap<String, NdArray> typed = new LinkedHashMap<>(plain);
    typed.put("token_type_ids", NdArray.of(new long[] {0, 0, 1, 1}, 1, 4));
    SequencedMap<String, NdArray> moved = new LinkedHashMap<>(plain);
    moved.put("position_ids", NdArray.of(new long[] {3, 2, 1, 0}, 1, 4));
    float[] before = logits(bert, written("plain.npz", plain));
    assertTrue(differ(before, logits(bert, written("typed.npz", typed))));
    assertTrue(differ(before, logits(bert, written("moved.npz", moved))));
  }

  private float[] logits(Path model, Path inputs) throws Problem {
    Path out = folder.resolve("out.safetensors");
    done("trace", model + "", "--inputs", inputs + "", "--names", "hf", "--out", out + "");
    return ArrayFiles.read(out).floats("logits");
  }

  private static boolean differ(float[] one, float[] other) {
    return IntStream.range(0, one.length).anyMatch(i -> Math.abs(one[i] - other[i]) > 1e-3);
  }

  @Test
  void theStoryIsToldWordForWord() throws Problem {
    String model = SharedFolder.find("real/stories260k").toString();
    NdArray ids = ArrayFiles.read(Path.of(model, "expected.safetensors")).get("bos_greedy_ids", -1);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ids.count(); i++) {
      expected.add(Long.toString(ids.whole(i)));
    }
    List<String> written = expected.getFirst().equals("1") ? expected.subList(1, 201) : expected;
    String[] first = {"generate", model, "--ids", "1", "--max-new", "" + written.size()};
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of("--show", "ids"));
    assertEquals(String.join(",", written), done(all.toArray(String[]::new)).strip());
    String text = done("generate", model, "--text", "Once upon a time", "--max-new", "60");
    assertTrue(text.startsWith(", there was a little girl named Lily."), text);
  }

  @Test
  void everySixDigitsAreSorted() throws Problem {
    String model = SharedFolder.find("real/gpt-nano-sort/hf").toString();
    int count = 729;
    long[] digits = new long[6 * count];
    List<String> sorted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int rest = i;
      for (int place = 0; place < 6; place++) {
        digits[6 * i + place] = rest % 3;
        rest /= 3;
      }
      sorted.add(
          IntStream.range(6 * i, 6 * i + 6)
              .mapToLong(at -> digits[at])
              .sorted()
              .mapToObj(Long::toString)
              .reduce((a, b) -> a + "," + b)
              .orElseThrow());
    }
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("input_ids", NdArray.of(digits, count, 6));
    Path inputs = written("all.safetensors", arrays);
    String[] args = {"generate", model, "--inputs", inputs + "", "--max-new", "6", "--show", "ids"};
    assertEquals(sorted, done(args).lines().toList());
  }

  @Test
  void namesAreTransliterated() throws Problem {
    Path model = SharedFolder.find("real/ct2-aren");
    for (JsonNode name : JsonFile.read(model.resolve("expected.json"))) {
      String source = name.required("source").asString();
      String[] args = {"generate", model + "", "--text", source, "--max-new", "30"};
      assertEquals(name.required("output").asString(), done(args).strip());
    }
  }

  @Test
  void datesAreWrittenInOneForm() {
    Path model = SharedFolder.find("real/dates-attn-seq2seq");
    String[] args = {"generate", model + "", "--text", "september 27, 1994", "--max-new", "10"};
    assertArrayEquals(new String[] {"1994-09-27"}, done(args).lines().toArray());
  }
}
