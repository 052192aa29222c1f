package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFaultTest {
  private static final Npz.Limits SMALL = new Npz.Limits(3, 1 << 16);

  private final Path npy;
  private final Path npz;

  NpyFaultTest(@TempDir Path folder) {
    this.npy = folder.resolve("a.npy");
    this.npz = folder.resolve("a.npz");
  }

  static byte[] array(String header, byte... data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Npy.MAGIC);
    bytes.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
    bytes.write(header.getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(data);
    return bytes.toByteArray();
  }

  static String header(String descr, String shape) {
    return "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(descr, shape);
  }

  private Problem fault(String key, byte[] bytes) throws IOException {
    Files.write(npy, bytes);
    return assertProblem(key, npy, () -> Npy.read(npy));
  }

  @Test
  void theStartIsChecked() throws IOException {
    fault("checkpoint.problem.npy-magic", new byte[0]);
    fault("checkpoint.problem.npy-magic", "no array".getBytes(StandardCharsets.UTF_8));
    byte[] version9 = array(header("<f4", "(1,)"), new byte[4]);
    version9[6] = 9;
    fault("checkpoint.problem.npy-version", version9);
  }

  @Test
  void theHeaderIsBounded() throws IOException {
    fault("checkpoint.problem.npy-header-length", array(" ".repeat(10_001)));
    byte[] version2 = array(header("<f4", "(1,)"), new byte[4]);
    version2[6] = 2;
    version2[11] = 0x7F; // length 2^31 and more
    fault("checkpoint.problem.npy-header-length", version2);
    byte[] cut = Arrays.copyOf(array(header("<f4", "(1,)")), 30);
    fault("checkpoint.problem.npy-header", cut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '<f4'}",
        "{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)",
        "{'descr': '<f4', 'fortran_order': False, 'shape': [1]}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'other': 3}",
        "__import__('os').system('true')"
      })
  void theHeaderIsADictionaryOfThree(String header) throws IOException {
    fault("checkpoint.problem.npy-header", array(header, new byte[4]));
  }

  @Test
  void aLongHeaderOfNonsenseIsRefusedQuickly() throws IOException {
    fault(
        "checkpoint.problem.npy-header", array("{" + "'descr': '<f4', ".repeat(500), new byte[4]));
    fault("checkpoint.problem.shape", array(header("<f4", "(" + "1,".repeat(4000) + ")")));
    fault("checkpoint.problem.npy-header", array("{'descr':" + " ".repeat(9900), new byte[4]));
  }

  @ParameterizedTest
  @CsvSource({"|O", "<U5", "<c8", "<M8[ns]", "<f16", "<u8", "|V2", "x"})
  void onlyNumbersAreRead(String descr) throws IOException {
    Problem problem = fault("checkpoint.problem.dtype", array(header(descr, "(1,)"), new byte[4]));
    assertEquals(descr, problem.args().get(2));
  }

  @Test
  void recordsAreNotRead() throws IOException {
    String record = "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }";
    fault("checkpoint.problem.dtype", array(record, new byte[4]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(4294967296, 4294967296)", "(9223372036854775807, 3)", "(9999999999999999999,)"})
  void aShapeWhoseProductOverflowsIsRefused(String shape) throws IOException {
    fault("checkpoint.problem.count", array(header("<f4", shape), new byte[4]));
  }

  @Test
  void dataAreAsLongAsTheShapeSays() throws IOException {
    fault("checkpoint.problem.npy-size", array(header("<f4", "(2,)"), new byte[7]));
    fault("checkpoint.problem.npy-size", array(header("<f4", "(2,)"), new byte[9]));
    fault("checkpoint.problem.npy-large", array(header("<f4", "(1000000000000,)"), new byte[8]));
  }

  @Test
  void randomDamageNeverEscapes() throws IOException {
    byte[] whole = array(header("<f4", "(2, 3)"), new byte[24]);
    Random random = new Random(2);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length - (i % 3 == 0 ? random.nextInt(9) : 0));
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      Files.write(npy, damaged);
      try {
        Npy.read(npy).floats();
      } catch (Problem e) {
        assertEquals(npy, e.args().getFirst());
      }
    }
  }

  private void zip(String... namesAndHeaders) throws IOException {
    try (OutputStream out = Files.newOutputStream(npz);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndHeaders.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndHeaders[i]));
        zip.write(array(namesAndHeaders[i + 1], new byte[4]));
      }
    }
  }

  private Problem zipFault(String key) {
    return assertProblem(key, npz, () -> Npz.read(npz, SMALL));
  }

  @Test
  void whatIsNoZipIsNamedAsSuch() throws IOException {
    zipFault("files.problem.missing");
    Files.writeString(npz, "PK not a zip");
    zipFault("checkpoint.problem.zip");
    zip("a.npy", header("<f4", "(1,)"));
    byte[] bytes = Files.readAllBytes(npz);
    Files.write(npz, Arrays.copyOf(bytes, bytes.length - 8));
    zipFault("checkpoint.problem.zip");
  }

  @Test
  void onlyArraysAreInIt() throws IOException {
    zip("readme.txt", header("<f4", "(1,)"));
    zipFault("checkpoint.problem.npz-foreign");
    zip("folder/", header("<f4", "(1,)"));
    zipFault("checkpoint.problem.npz-foreign");
  }

  @Test
  void theNumberOfArraysIsBounded() throws IOException {
    String one = header("<f4", "(1,)");
    zip("a.npy", one, "b.npy", one, "c.npy", one, "d.npy", one);
    zipFault("checkpoint.problem.npz-entries");
  }

  @Test
  void aNameTwiceIsAProblem() throws IOException {
    String one = header("<f4", "(1,)");
    zip("a.npy", one, "b.npy", one);
    byte[] bytes = Files.readAllBytes(npz);
    for (int i = 0; i + 5 <= bytes.length; i++) {
      if (new String(bytes, i, 5, StandardCharsets.ISO_8859_1).equals("b.npy")) {
        bytes[i] = 'a';
      }
    }
    Files.write(npz, bytes);
    zipFault("checkpoint.problem.twice");
  }

  @Test
  void aBombOfOneArrayIsNotUnfolded() throws IOException {
    try (OutputStream out = Files.newOutputStream(npz);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb.npy"));
      zip.write(array(header("<f4", "(25000000,)")));
      zip.write(new byte[100_000_000]);
    }
    zipFault("checkpoint.problem.npy-large");
  }

  @Test
  void aBombOfManyArraysIsNotUnfolded() throws IOException {
    try (OutputStream out = Files.newOutputStream(npz);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"a", "b", "c"}) {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(array(header("<f4", "(8000,)")));
        zip.write(new byte[32_000]);
      }
    }
    Problem problem = zipFault("checkpoint.problem.npy-large");
    assertEquals("c", problem.args().get(1));
  }

  @Test
  void aBombBehindASmallHeaderIsNotUnfolded() throws IOException {
    try (OutputStream out = Files.newOutputStream(npz);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb.npy"));
      zip.write(array(header("<f4", "(1,)")));
      zip.write(new byte[100_000_000]);
    }
    zipFault("checkpoint.problem.npy-size");
  }

  @Test
  void aDamagedArrayIsFoundByItsChecksum() throws IOException {
    zip("a.npy", header("<f4", "(1,)"));
    byte[] bytes = Files.readAllBytes(npz);
    for (int i = 0; i + 4 <= bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1) {
        bytes[i + 16] ^= 1; // the checksum in the directory
      }
    }
    Files.write(npz, bytes);
    zipFault("checkpoint.problem.npz-sum");
  }
}
