package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files are named as what they are, before anything of their claimed size is allocated. */
class SafetensorsFaultTest {
  private final Path folder;
  private final Path file;

  SafetensorsFaultTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model.safetensors");
  }

  private void write(long headerLength, String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(headerLength).put(json);
    Files.write(file, bytes.array());
  }

  private Problem fault(String key, String header, int dataBytes) throws IOException {
    write(header.getBytes(StandardCharsets.UTF_8).length, header, dataBytes);
    return assertProblem(key, file, () -> Safetensors.read(file));
  }

  private static String tensor(String name, String dtype, String shape, String place) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(name, dtype, shape, place);
  }

  @Test
  void aFileMustBeThere() {
    assertProblem("files.problem.missing", file, () -> Safetensors.read(file));
    assertProblem("files.problem.folder", folder, () -> Safetensors.read(folder));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void fewerThanEightBytesAreTooFew(int length) throws IOException {
    Files.write(file, new byte[length]);
    assertProblem("checkpoint.problem.too-short", file, () -> Safetensors.read(file));
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 60, Long.MAX_VALUE, Long.MIN_VALUE, -1, 100_000_001, 5})
  void aHeaderLongerThanTheFileOrTheBoundIsNotRead(long length) throws IOException {
    write(length, "{}", 2);
    assertProblem("checkpoint.problem.header-length", file, () -> Safetensors.read(file));
  }

  @Test
  void aLengthPastTheSignIsSaidUnsigned() throws IOException {
    write(-1, "{}", 0);
    Problem problem =
        assertProblem("checkpoint.problem.header-length", file, () -> Safetensors.read(file));
    assertEquals("18446744073709551615", problem.args().get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":", "{\"a\" 1}", "{\"a\":{}", "{'a':{}}", "{\"a\":nul}"})
  void whatIsNotJsonIsNamedByByte(String header) throws IOException {
    String key =
        header.isEmpty() ? "checkpoint.problem.header-object" : "checkpoint.problem.header-json";
    fault(header.equals("{\"a\":{}") ? "checkpoint.problem.entry" : key, header, 0);
  }

  @Test
  void aDeeplyNestedHeaderIsRefused() throws IOException {
    fault("checkpoint.problem.header-json", "{\"a\":{\"x\":" + "[".repeat(100_000), 0);
  }

  @Test
  void theHeaderIsAnObjectAndNothingMore() throws IOException {
    fault("checkpoint.problem.header-object", "[]", 0);
    fault("checkpoint.problem.header-object", "3", 0);
    fault("checkpoint.problem.after-header", "{}{}", 0);
  }

  @Test
  void metadataAreTexts() throws IOException {
    fault("checkpoint.problem.metadata", "{\"__metadata__\":{\"format\":1}}", 0);
    fault("checkpoint.problem.metadata", "{\"__metadata__\":[\"format\"]}", 0);
    fault("checkpoint.problem.twice", "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", 0);
  }

  @Test
  void nothingIsThereTwice() throws IOException {
    String a = tensor("a", "F32", "[1]", "[0,4]");
    Problem problem = fault("checkpoint.problem.twice", "{" + a + "," + a + "}", 4);
    assertEquals("a", problem.args().get(1));
    String twoShapes =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[2],\"data_offsets\":[0,8]}}";
    fault("checkpoint.problem.twice", twoShapes, 8);
  }

  @Test
  void anEntryHasAllThree() throws IOException {
    fault("checkpoint.problem.entry", "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4);
    fault("checkpoint.problem.entry", "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", 4);
    fault("checkpoint.problem.entry", "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", 4);
    fault("checkpoint.problem.entry", "{\"a\":7}", 4);
  }

  @Test
  void unknownTypesAreNamedWithTheKnownOnes() throws IOException {
    Problem problem =
        fault("checkpoint.problem.dtype", "{" + tensor("a", "F8_E4M3", "[4]", "[0,4]") + "}", 4);
    assertEquals("F8_E4M3", problem.args().get(2));
    assertEquals("F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL", problem.args().get(3));
    fault(
        "checkpoint.problem.dtype", "{\"a\":{\"dtype\":4,\"shape\":[],\"data_offsets\":[0,4]}}", 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[-1]", "[1.5]", "[\"1\"]", "7", "null", "[[1]]", "[99999999999999999999]"})
  void aShapeIsAListOfWholeNumbers(String shape) throws IOException {
    fault("checkpoint.problem.shape", "{" + tensor("a", "F32", shape, "[0,4]") + "}", 4);
  }

  @Test
  void aShapeHasABoundedNumberOfAxes() throws IOException {
    String shape = "[" + "1,".repeat(Shape.MOST_AXES) + "1]";
    fault("checkpoint.problem.shape", "{" + tensor("a", "F32", shape, "[0,4]") + "}", 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[4294967296,4294967296]", // 2^64, which is 0 in a long
        "[4294967296,2147483648]", // 2^63
        "[9223372036854775807,3]",
        "[3037000500,3037000500]"
      })
  void aShapeWhoseProductOverflowsIsRefused(String shape) throws IOException {
    fault("checkpoint.problem.count", "{" + tensor("a", "F32", shape, "[0,0]") + "}", 0);
  }

  @Test
  void aShapeWhoseBytesOverflowIsRefused() throws IOException {
    // 2^61 elements of 8 bytes are 2^64 bytes, which is 0 in a long.
    String header = "{" + tensor("a", "F64", "[2305843009213693952]", "[0,0]") + "}";
    fault("checkpoint.problem.bytes", header, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[4]", "[0,4,8]", "[4,0]", "[-4,0]", "[0,4.0]", "{}", "null"})
  void aPlaceIsTwoWholeNumbersInOrder(String place) throws IOException {
    fault("checkpoint.problem.place", "{" + tensor("a", "F32", "[1]", place) + "}", 4);
  }

  @ParameterizedTest
  @CsvSource({"F32,5", "F32,3", "F16,8", "F64,4", "BOOL,4"})
  void typeShapeAndPlaceAgree(String dtype, int bytes) throws IOException {
    String header = "{" + tensor("a", dtype, "[1]", "[0," + bytes + "]") + "}";
    fault("checkpoint.problem.bytes", header, bytes);
  }

  @Test
  void aTruncatedFileIsNamedAsOne() throws IOException {
    String header = "{" + tensor("a", "F32", "[2]", "[0,8]") + "}";
    Problem problem = fault("checkpoint.problem.outside", header, 7);
    assertEquals(8L, problem.args().get(2));
    assertEquals(7L, problem.args().get(3));
    fault(
        "checkpoint.problem.outside",
        "{" + tensor("a", "U8", "[1]", "[9223372036854775806,9223372036854775807]") + "}",
        7);
  }

  @Test
  void tensorsDoNotOverlap() throws IOException {
    String a = tensor("a", "F32", "[2]", "[0,8]");
    fault(
        "checkpoint.problem.overlap", "{" + a + "," + tensor("b", "F32", "[1]", "[4,8]") + "}", 8);
    fault(
        "checkpoint.problem.overlap", "{" + a + "," + tensor("b", "F32", "[2]", "[0,8]") + "}", 8);
  }

  @Test
  void noByteOfTheDataIsLeftOver() throws IOException {
    String first = tensor("a", "F32", "[1]", "[0,4]");
    String later = tensor("b", "F32", "[1]", "[8,12]");
    fault("checkpoint.problem.gap", "{" + first + "," + later + "}", 12);
    fault("checkpoint.problem.gap", "{" + first + "}", 5);
    fault("checkpoint.problem.gap", "{" + later + "}", 12);
    fault("checkpoint.problem.gap", "{}", 1);
  }

  /** Whatever bytes a file holds, it opens or is a problem. */
  @Test
  void randomDamageNeverEscapes() throws IOException {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + tensor("a", "F32", "[2,3]", "[0,24]")
            + ","
            + tensor("b", "I64", "[]", "[24,32]")
            + "}";
    write(header.length(), header, 32);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - (i % 3 == 0 ? random.nextInt(9) : 0));
      for (int hits = random.nextInt(3); hits >= 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        ArrayFile arrays = Safetensors.read(file);
        arrays.arrays().values().forEach(NdArray::floats);
      } catch (Problem e) {
        assertEquals(file, e.args().getFirst());
      }
    }
  }
}
