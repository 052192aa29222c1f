package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  private final Path file;

  SafetensorsTest(@TempDir Path folder) {
    this.file = folder.resolve("arrays.safetensors");
  }

  /** One array of every type, a single number, an empty one, and names that need escaping. */
  static SequencedMap<String, NdArray> arrays() {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (DType dtype : DType.values()) {
      byte[] bytes = new byte[6 * dtype.bytes()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (dtype == DType.BOOL ? i % 2 : 37 * i + 1);
      }
      arrays.put("all." + dtype, new NdArray(dtype, Shape.of(2, 3), MemorySegment.ofArray(bytes)));
    }
    arrays.put("single", NdArray.of(new float[] {1.5f}));
    arrays.put("empty", NdArray.of(new float[0], 0, 4));
    arrays.put("어텐션 \"가중치\"\n", NdArray.of(new long[] {1, -2}, 2));
    arrays.put(
        "special",
        NdArray.of(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE}, 4));
    return arrays;
  }

  static void assertSame(Map<String, NdArray> expected, Map<String, NdArray> found) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(found.keySet()));
    expected.forEach(
        (name, array) -> {
          NdArray other = found.getOrDefault(name, array);
          assertEquals(array.dtype(), other.dtype(), name);
          assertEquals(array.shape(), other.shape(), name);
          assertEquals(-1, array.bytes().mismatch(other.bytes()), name);
        });
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    ArrayFile written = new ArrayFile(file, arrays(), Map.of("format", "pt", "모델", "\"x\""));
    SafetensorsWriter.write(file, written);
    ArrayFile read = Safetensors.read(file);
    assertSame(arrays(), read.arrays());
    assertEquals(written.metadata(), read.metadata());
  }

  @Test
  void writingTwiceGivesTheSameBytes() throws Exception {
    SafetensorsWriter.write(file, ArrayFile.of(file, arrays()));
    byte[] first = Files.readAllBytes(file);
    SafetensorsWriter.write(file, Safetensors.read(file));
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void headerAndArraysAreAligned() throws Exception {
    SafetensorsWriter.write(file, ArrayFile.of(file, arrays()));
    byte[] bytes = Files.readAllBytes(file);
    long header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, header % 8);
    String json = new String(bytes, 8, (int) header, StandardCharsets.UTF_8);
    for (SafetensorsHeader.Entry entry :
        SafetensorsHeader.parse(file, json.getBytes(StandardCharsets.UTF_8)).entries()) {
      assertEquals(0, entry.begin() % entry.dtype().bytes(), entry.name());
    }
  }

  @Test
  void aFileOfNothingIsAFile() throws Exception {
    SafetensorsWriter.write(file, ArrayFile.of(file, new LinkedHashMap<>()));
    assertTrue(Safetensors.read(file).arrays().isEmpty());
  }

  @Test
  void keysThatTheFormatMayGetLaterAreSkipped() throws Exception {
    String json =
        "{\"a\":{\"dtype\":\"U8\",\"later\":{\"x\":[1,2]},\"shape\":[1],\"data_offsets\":[0,1]}}  ";
    ByteBuffer bytes = ByteBuffer.allocate(9 + json.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length()).put(json.getBytes(StandardCharsets.UTF_8)).put((byte) 200);
    Files.write(file, bytes.array());
    assertEquals(200, Safetensors.read(file).get("a").whole(0));
  }

  @Test
  void elementsAreConverted() {
    byte[] half = {0x00, 0x3E, 0x00, (byte) 0xFC, 0x01, 0x00}; // 1.5, -inf, 2^-24
    NdArray f16 = new NdArray(DType.F16, Shape.of(3), MemorySegment.ofArray(half));
    assertArrayEquals(new float[] {1.5f, Float.NEGATIVE_INFINITY, 0x1p-24f}, f16.floats());
    byte[] brain = {(byte) 0xC0, 0x3F, (byte) 0x80, (byte) 0xFF};
    NdArray bf16 = new NdArray(DType.BF16, Shape.of(2), MemorySegment.ofArray(brain));
    assertArrayEquals(new float[] {1.5f, Float.NEGATIVE_INFINITY}, bf16.floats());
    NdArray bytes = new NdArray(DType.I8, Shape.of(2), MemorySegment.ofArray(new byte[] {-1, 5}));
    assertArrayEquals(new long[] {-1, 5}, bytes.longs());
    assertArrayEquals(new float[] {-1, 5}, bytes.floats());
    NdArray truths = NdArray.of(new boolean[] {true, false}, 2);
    assertArrayEquals(new long[] {1, 0}, truths.longs());
    assertEquals(1.0, truths.number(0));
    assertThrows(IllegalStateException.class, f16::longs);
  }

  @Test
  void arraysAreAskedForByNameShapeAndKind() throws Exception {
    ArrayFile arrays = ArrayFile.of(file, arrays());
    assertEquals(6, arrays.floats("all.F32", -1, 3).length);
    assertEquals(2, arrays.wholes("어텐션 \"가중치\"\n").length);
    assertFalse(arrays.has("all.F33"));
    Problem missing =
        assertProblem("checkpoint.problem.no-array-but", file, () -> arrays.get("all.F33"));
    assertEquals("all.F32, all.F16, all.F64", missing.args().get(2));
    assertProblem("checkpoint.problem.no-array", file, () -> arrays.get("decoder.weight"));
    Problem shape =
        assertProblem(
            "checkpoint.problem.other-shape", file, () -> arrays.floats("all.F32", -1, 4));
    assertEquals("[*, 4]", shape.args().get(3));
    assertProblem("checkpoint.problem.other-shape", file, () -> arrays.get("single", 1));
    assertProblem("checkpoint.problem.not-whole", file, () -> arrays.wholes("single"));
  }

  @Test
  void moreElementsThanAnArrayOfJavaHoldsAreAProblem() throws Exception {
    long length = 1L << 31;
    String json =
        "{\"huge\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
            .formatted(length, length);
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.writeLong(Long.reverseBytes(header.length));
      sparse.write(header);
      sparse.seek(8 + header.length + length - 1);
      sparse.write(7);
    }
    ArrayFile huge = Safetensors.read(file);
    assertEquals(7, huge.get("huge").whole(length - 1));
    assertProblem("checkpoint.problem.too-many", file, () -> huge.floats("huge"));
  }

  @Test
  void theNameOfTheMetadataIsReserved() {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("__metadata__", NdArray.of(new float[0], 0));
    ArrayFile reserved = ArrayFile.of(file, arrays);
    assertProblem(
        "checkpoint.problem.reserved", file, () -> SafetensorsWriter.write(file, reserved));
  }
}
