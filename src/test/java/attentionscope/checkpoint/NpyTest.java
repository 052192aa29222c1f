package attentionscope.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  private final Path folder;

  NpyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyTypeIsReadAsWritten() throws Exception {
    Path file = folder.resolve("all.npz");
    Npz.write(file, ArrayFile.of(file, SafetensorsTest.arrays()));
    SequencedMap<String, NdArray> expected = SafetensorsTest.arrays();
    // NumPy has no BF16: it comes back wider, with equal numbers.
    NdArray brain = expected.getOrDefault("all.BF16", NdArray.of(new float[0], 0));
    expected.replace("all.BF16", NdArray.of(brain.floats(), 2, 3));
    SafetensorsTest.assertSame(expected, Npz.read(file).arrays());
  }

  @Test
  void equalArraysMakeEqualFiles() throws Exception {
    Path first = folder.resolve("first.npz");
    Path second = folder.resolve("second.npz");
    Npz.write(first, ArrayFile.of(first, SafetensorsTest.arrays()));
    Npz.write(second, ArrayFile.of(second, SafetensorsTest.arrays()));
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void headersAreAsNumPyWritesThem() throws Exception {
    Path file = folder.resolve("a.npy");
    Npy.write(file, NdArray.of(new float[6], 2, 3));
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(128 + 24, bytes.length);
    String text = new String(bytes, 10, 118, StandardCharsets.ISO_8859_1);
    assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", text.strip());
    assertEquals('\n', text.charAt(117));
    assertEquals(
        "(7,)",
        new String(NpyHeader.bytes(DType.I64, Shape.of(7)), StandardCharsets.ISO_8859_1)
            .replaceAll("(?s).*shape': |, }.*", ""));
    assertEquals(
        "()",
        new String(NpyHeader.bytes(DType.I64, Shape.of()), StandardCharsets.ISO_8859_1)
            .replaceAll("(?s).*shape': |, }.*", ""));
  }

  @Test
  void columnMajorArraysAreTurned() throws Exception {
    Path file = folder.resolve("f.npy");
    String header = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }";
    // columns (1,4), (2,5), (3,6)
    Files.write(file, NpyFaultTest.array(header, new byte[] {1, 4, 2, 5, 3, 6}));
    assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, Npy.read(file).longs());
    String deep = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2, 2), }";
    Files.write(file, NpyFaultTest.array(deep, new byte[] {0, 4, 2, 6, 1, 5, 3, 7}));
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5, 6, 7}, Npy.read(file).longs());
  }

  @Test
  void bigEndianArraysAreTurned() throws Exception {
    Path file = folder.resolve("b.npy");
    Files.write(
        file, NpyFaultTest.array(NpyFaultTest.header(">i4", "(1,)"), new byte[] {0, 0, 1, 2}));
    assertArrayEquals(new long[] {258}, Npy.read(file).longs());
  }

  @Test
  void keysMayComeInAnyOrderAndOldNotation() throws Exception {
    Path file = folder.resolve("o.npy");
    String header = "{\"shape\": (1L, 2L), \"descr\": \"<i2\", \"fortran_order\": False}";
    Files.write(file, NpyFaultTest.array(header, new byte[] {1, 0, 2, 0}));
    assertEquals(Shape.of(1, 2), Npy.read(file).shape());
  }

  @Test
  void anNpyFileIsAFileOfOneArray() throws Exception {
    Path file = folder.resolve("weights.npy");
    Npy.write(file, NdArray.of(new long[] {3}, 1));
    assertArrayEquals(new long[] {3}, ArrayFiles.read(file).wholes("weights"));
  }

  /** As NumPy's {@code savez} writes it. */
  @Test
  void largeArraysThatAreStoredStayInTheFile() throws Exception {
    Path one = folder.resolve("one.npy");
    float[] numbers = new float[1 << 18];
    numbers[77] = 1.5f;
    Npy.write(one, NdArray.of(numbers, 512, 512));
    byte[] whole = Files.readAllBytes(one);
    Path file = folder.resolve("stored.npz");
    store(file, whole, whole.length);
    NdArray read = Npz.read(file, new Npz.Limits(1, 0)).get("one");
    assertTrue(read.bytes().isMapped());
    assertEquals(Shape.of(512, 512), read.shape());
    assertEquals(1.5f, read.matrix().get(0, 77));
    store(file, whole, whole.length - 4);
    Problem problem = assertThrows(Problem.class, () -> Npz.read(file));
    assertEquals("checkpoint.problem.npy-size", problem.key());
  }

  private static void store(Path file, byte[] bytes, int length) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry("one.npy");
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, length);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes, 0, length);
      zip.closeEntry();
    }
  }

  @Test
  void namesWithFoldersKeepThem() throws Exception {
    Path file = folder.resolve("deep.npz");
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("encoder/0/self", NdArray.of(new float[] {1}, 1));
    Npz.write(file, ArrayFile.of(file, arrays));
    SafetensorsTest.assertSame(arrays, Npz.read(file).arrays());
  }
}
