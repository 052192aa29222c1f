package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which weights lie on a disk gives the same arrays. */
class WeightFilesTest {
  private final Path folder;

  WeightFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Path reference(String name) {
    return ReferenceFolder.find().resolve("hf").resolve(name);
  }

  private static void assertSameBits(String name, NdArray expected, NdArray found) {
    assertEquals(expected.dtype(), found.dtype(), name);
    assertEquals(expected.shape(), found.shape(), name);
    assertEquals(-1, expected.rowMajor().bytes().mismatch(found.rowMajor().bytes()), name);
  }

  @Tag("reference")
  @ParameterizedTest
  @CsvSource({
    "gpt2,pytorch_model.bin",
    "gpt2,pytorch_model.legacy.bin",
    "gpt2-f16,pytorch_model.bin",
    "gpt2-legacy-names,pytorch_model.bin",
    "bert-model,pytorch_model.bin",
    "bart,pytorch_model.bin",
    "marian,pytorch_model.bin",
    "llama-bf16-ropelinear,pytorch_model.bin"
  })
  void bothFormsHoldTheSameWeights(String model, String other) throws Exception {
    ArrayFile safetensors = WeightFiles.open(reference(model));
    ArrayFile torch = WeightFiles.open(reference(model).resolve(other));
    assertFalse(safetensors.arrays().isEmpty());
    for (Map.Entry<String, NdArray> array : safetensors.arrays().entrySet()) {
      assertSameBits(array.getKey(), array.getValue(), torch.get(array.getKey()));
    }
    // What a form has beyond the other are copies of tied weights and tables that are computed.
    for (String name : torch.arrays().keySet()) {
      assertTrue(
          safetensors.has(name)
              || name.matches("lm_head.*|.*embed_tokens.*|.*embed_positions.*|.*position_ids"),
          name);
    }
  }

  @Tag("reference")
  @ParameterizedTest
  @ValueSource(strings = {"gpt2-sharded", "bert-sharded-bin"})
  void shardsAreOneModel(String model) throws Exception {
    ArrayFile weights = WeightFiles.open(reference(model));
    Path index = weights.source();
    assertTrue(index.toString().endsWith(".index.json"));
    assertEquals(
        new TreeSet<>(JsonFile.read(index).get("weight_map").propertyNames()),
        new TreeSet<>(weights.arrays().keySet()));
    assertEquals(weights.arrays().keySet(), WeightFiles.open(index).arrays().keySet());
  }

  @Tag("reference")
  @Test
  void viewsOfStoragesAreReadWhereTheyLie() throws Exception {
    ArrayFile weights = WeightFiles.open(reference("gpt2-bin-strided"));
    long strided = weights.arrays().values().stream().filter(a -> !a.isRowMajor()).count();
    assertTrue(strided > 0, "no strided tensor");
    for (Map.Entry<String, NdArray> array : weights.arrays().entrySet()) {
      assertSameBits(array.getKey(), array.getValue(), array.getValue().rowMajor());
      float[] floats = array.getValue().floats();
      for (int i = 0; i < floats.length; i++) {
        assertEquals(floats[i], (float) array.getValue().number(i), array.getKey());
        assertTrue(Math.abs(floats[i]) < 10, array.getKey());
      }
    }
  }

  @Test
  void aFolderOfOneFileNeedsNoUsualName() throws Exception {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("a", NdArray.of(new float[] {1, 2}, 2));
    Path file = folder.resolve("mine.safetensors");
    ArrayFiles.write(file, ArrayFile.of(file, arrays));
    assertEquals(file, WeightFiles.open(folder).source());
    Files.copy(file, folder.resolve("other.safetensors"));
    assertProblem("checkpoint.problem.which-weights", folder, () -> WeightFiles.open(folder));
    Files.copy(file, folder.resolve("model.safetensors"));
    assertEquals("model.safetensors", WeightFiles.find(folder).getFileName().toString());
  }

  @Test
  void aFolderWithoutWeightsSaysWhatWasExpected() {
    assertProblem("checkpoint.problem.no-weights", folder, () -> WeightFiles.open(folder));
    Path missing = folder.resolve("none.safetensors");
    assertProblem("files.problem.missing", missing, () -> WeightFiles.open(missing));
    Path odd = folder.resolve("weights.h5");
    assertProblem("checkpoint.problem.ending", odd, () -> WeightFiles.open(odd));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|checkpoint.problem.index",
        "[]|checkpoint.problem.index",
        "{\"weight_map\": {}}|checkpoint.problem.index",
        "{\"weight_map\": {\"a\": 1}}|checkpoint.problem.index-place",
        "{\"weight_map\": {\"a\": \"../model.safetensors\"}}|checkpoint.problem.index-place",
        "{\"weight_map\": {\"a\": \"/etc/passwd\"}}|checkpoint.problem.index-place",
        "{\"weight_map\": {\"a\": \"a.index.json\"}}|checkpoint.problem.index-place",
        "{\"weight_map\": {\"a\": \"x.bin\", \"a\": \"y.bin\"}}|json.problem.fault"
      })
  void anIndexNamesFilesBesideIt(String json, String key) throws Exception {
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, json);
    assertProblem(key, index, () -> WeightFiles.open(folder));
  }

  @Test
  void aShardMustHoldWhatTheIndexSays() throws Exception {
    Path index = folder.resolve("model.safetensors.index.json");
    Path shard = folder.resolve("one.safetensors");
    Files.writeString(index, "{\"weight_map\": {\"a\": \"one.safetensors\"}}");
    assertProblem("files.problem.missing", shard, () -> WeightFiles.open(folder));
    ArrayFiles.write(shard, ArrayFile.of(shard, new LinkedHashMap<>()));
    assertProblem("checkpoint.problem.no-array", shard, () -> WeightFiles.open(folder));
  }
}
