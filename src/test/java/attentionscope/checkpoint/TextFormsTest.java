package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSON and CSV of arrays, and the JSON of configurations. */
class TextFormsTest {
  private final Path folder;

  TextFormsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ArrayFile arrays() {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put(
        "weights", NdArray.of(new float[] {0.1f, Float.NaN, -0f, Float.NEGATIVE_INFINITY}, 2, 2));
    arrays.put("a,\"b\"", NdArray.of(new long[] {1L << 60}));
    arrays.put("none", NdArray.of(new float[0], 0, 2));
    arrays.put("mask", NdArray.of(new boolean[] {true, false}, 2));
    return new ArrayFile(folder.resolve("x"), arrays, Map.of("model", "toy"));
  }

  @Test
  void jsonNestsByAxis() throws Exception {
    Path file = folder.resolve("a.json");
    ArrayFiles.write(file, arrays());
    JsonNode json = JsonFile.read(file);
    assertEquals("toy", json.at("/metadata/model").asString());
    assertEquals(
        "{\"dtype\":\"F32\",\"shape\":[2,2],\"data\":[[0.1,\"NaN\"],[-0.0,\"-Infinity\"]]}",
        json.at("/arrays/weights").toString());
    assertEquals(1L << 60, json.get("arrays").get("a,\"b\"").get("data").asLong());
    assertEquals("[]", json.at("/arrays/none/data").toString());
    assertEquals("[true,false]", json.at("/arrays/mask/data").toString());
  }

  @Test
  void csvHasOneElementALine() throws Exception {
    Path file = folder.resolve("a.csv");
    ArrayFiles.write(file, arrays());
    assertEquals(
        List.of(
            "array,i0,i1,value",
            "weights,0,0,0.1",
            "weights,0,1,NaN",
            "weights,1,0,-0.0",
            "weights,1,1,-Infinity",
            "\"a,\"\"b\"\"\",,,1152921504606846976",
            "mask,0,,1",
            "mask,1,,0"),
        Files.readAllLines(file));
  }

  @Test
  void unknownEndingsAreProblems() {
    Path file = folder.resolve("a.h5");
    assertProblem("checkpoint.problem.ending", file, () -> ArrayFiles.write(file, arrays()));
    assertProblem("checkpoint.problem.ending", file, () -> ArrayFiles.read(file));
  }

  @Test
  void aFileThatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path nowhere = folder.resolve("nowhere/a.json");
    assertProblem("files.problem.no-folder", nowhere, () -> ArrayFiles.write(nowhere, arrays()));
    Path asFolder = Files.createDirectory(folder.resolve("b.npz"));
    assertProblem("files.problem.folder", asFolder, () -> ArrayFiles.write(asFolder, arrays()));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(asFolder), left.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\": 1,}", "{\"a\": 1, \"a\": 2}", "{'a': 1}"})
  void faultyConfigurationsAreNamedByLineAndColumn(String json) throws Exception {
    Path file = Files.writeString(folder.resolve("config.json"), "\n" + json);
    Problem problem = assertProblem("json.problem.fault", file, () -> JsonFile.read(file));
    assertEquals(2, problem.args().get(1));
    assertTrue((int) problem.args().get(2) > 0);
  }

  @Test
  void aConfigurationIsOneValue() throws Exception {
    Path file = Files.writeString(folder.resolve("config.json"), "{} {}");
    assertProblem("json.problem.more", file, () -> JsonFile.read(file));
  }
}
