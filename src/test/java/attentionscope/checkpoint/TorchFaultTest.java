package attentionscope.checkpoint;

import static attentionscope.checkpoint.Faults.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.ReferenceFolder;
import attentionscope.files.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of PyTorch that lie, ask for more than tensors, or are damaged. */
class TorchFaultTest {
  private static final long[] PAIR = {2};
  private static final long[] ONE_BY_ONE = {1};

  private final Path file;

  TorchFaultTest(@TempDir Path folder) {
    this.file = folder.resolve("pytorch_model.bin");
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  private static void part(ZipOutputStream zip, String name, byte[] bytes, boolean stored)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    if (stored) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void zip(PickleBytes pickle, byte[] storage, boolean stored) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "archive/data.pkl", pickle.bytes(), stored);
      part(zip, "archive/data/0", storage, stored);
    }
  }

  private static PickleBytes begin() {
    return new PickleBytes().raw(0x80, 2).raw("}").text("a");
  }

  private static PickleBytes state(long count, long offset, long[] sizes, long[] strides) {
    return begin().tensor("0", count, offset, sizes, strides).raw("s.");
  }

  private Problem fault(String key, PickleBytes pickle) throws IOException {
    zip(pickle, floats(1, 2, 3, 4), true);
    return assertProblem("checkpoint.problem." + key, file, () -> TorchFile.read(file));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTensorIsAViewOfItsStorage(boolean stored) throws Exception {
    long[] transposed = {1, 2};
    zip(state(4, 0, new long[] {2, 2}, transposed), floats(1, 2, 3, 4), stored);
    assertArrayEquals(new float[] {1, 3, 2, 4}, TorchFile.read(file).floats("a"));
    zip(state(4, 1, new long[] {3}, ONE_BY_ONE), floats(1, 2, 3, 4), stored);
    assertArrayEquals(new float[] {2, 3, 4}, TorchFile.read(file).floats("a"));
    zip(state(4, 2, new long[] {2, 3}, new long[] {1, 0}), floats(1, 2, 3, 4), stored);
    assertArrayEquals(new float[] {3, 3, 3, 4, 4, 4}, TorchFile.read(file).floats("a"));
    zip(state(4, 4, new long[] {0, 3}, new long[] {3, 1}), floats(1, 2, 3, 4), stored);
    assertEquals(0, TorchFile.read(file).get("a").count());
  }

  @ParameterizedTest
  @CsvSource({
    "os,system",
    "posix,system",
    "builtins,eval",
    "__builtin__,getattr",
    "torch.storage,_load_from_bytes",
    "numpy.core.multiarray,_reconstruct",
    "torch,ComplexFloatStorage",
    "collections,OrderedDict.fromkeys"
  })
  void everyOtherNameIsRefused(String module, String name) throws IOException {
    PickleBytes plain = begin().global(module, name).raw("(").text("touch here").raw("tRs.");
    Problem problem = fault("pickle-global", plain);
    assertEquals(module + "." + name, problem.args().get(2));
    fault("pickle-global", begin().text(module).text(name).raw(0x93).raw(")Rs."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(ios\nsystem\n", "(o", "Pstorage\n", "B\0\0\0\0", "!"})
  void instructionsThatWeightsDoNotNeedAreRefused(String code) throws IOException {
    fault("pickle-opcode", begin().raw(code).raw("s."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".", "0.", "}a.", "}(a.", "t.", "(.", "h\0.", "gx\n.", "}(Nu.", "NNs.", "NNR.", "}Nb}.",
        "(N1.", "\u0085.", "Nb.", "Iabc\n.", "]N.", "p1\n."
      })
  void instructionsFitWhatStandsBeforeThem(String code) throws IOException {
    fault("pickle-misfit", new PickleBytes().raw(0x80, 2).raw(code));
  }

  @Test
  void aPickleEndsWithItsStop() throws IOException {
    fault("pickle-end", new PickleBytes().raw(0x80, 2).raw("}"));
    fault("pickle-end", new PickleBytes().raw("X\7\0\0\0abc"));
    fault("pickle-text", new PickleBytes().raw("X").raw(255, 255, 255, 255).raw("."));
    fault("pickle-text", new PickleBytes().raw(0x8d, 0, 0, 0, 0, 0, 0, 0, 0x80).raw("."));
    fault("pickle-text", new PickleBytes().raw(0x8b, 255, 255, 255, 255).raw("."));
  }

  @Test
  void aPickleIsBounded() throws IOException {
    fault("pickle-steps", new PickleBytes().raw("}0".repeat(600_000)).raw("."));
    fault(
        "pickle-length",
        new PickleBytes().raw(("X\0\0\17\0" + "a".repeat(0xF0000) + "0").repeat(20)));
    // A long list that many dictionaries are made of: each makes a copy of it.
    PickleBytes pairs = new PickleBytes().raw("ccollections\nOrderedDict\nq\0(]");
    pairs.raw("(");
    for (int i = 0; i < 10_000; i++) {
      pairs.raw("(M").raw(i & 255, i >> 8).raw("Nt");
    }
    pairs.raw("etq\1R").raw("h\0h\1R".repeat(100_000)).raw(".");
    fault("pickle-steps", pairs);
  }

  @Test
  void namesAreThereOnce() throws IOException {
    PickleBytes twice = new PickleBytes().raw("}(").text("a").raw("N").text("a").raw("Nu.");
    assertEquals("a", fault("pickle-twice", twice).args().get(2));
    fault("pickle-key", new PickleBytes().raw("}NNs."));
    PickleBytes storages =
        begin()
            .tensor("0", 4, 0, PAIR, ONE_BY_ONE)
            .raw("s")
            .text("b")
            .tensor("0", 3, 0, PAIR, ONE_BY_ONE)
            .raw("s.");
    fault("pickle-twice", storages);
  }

  @Test
  void aTensorIsMadeOfWhatItNeeds() throws IOException {
    fault("pickle-tensor", state(4, -1, PAIR, ONE_BY_ONE));
    fault("pickle-tensor", state(4, 0, new long[] {-2}, ONE_BY_ONE));
    fault("pickle-tensor", state(4, 0, PAIR, new long[] {-1}));
    fault("pickle-tensor", state(4, 0, PAIR, new long[] {1, 1}));
    fault("pickle-tensor", state(4, 0, new long[33], new long[33]));
    fault("pickle-storage", state(-4, 0, PAIR, ONE_BY_ONE));
    fault("pickle-storage", begin().raw("(").text("storage").raw("tQs."));
    fault("pickle-call", begin().global("collections", "OrderedDict").raw("N\205Rs."));
    fault("pickle-call", begin().global("torch._utils", "_rebuild_parameter").raw(")Rs."));
    fault("pickle-call", begin().global("torch", "FloatStorage").raw(")Rs."));
  }

  @Test
  void aTensorStaysWithinItsStorage() throws IOException {
    fault("torch-outside", state(4, 0, new long[] {5}, ONE_BY_ONE));
    fault("torch-outside", state(4, 3, PAIR, ONE_BY_ONE));
    fault("torch-outside", state(4, 5, new long[] {0}, ONE_BY_ONE));
    fault("torch-outside", state(4, Long.MAX_VALUE, PAIR, ONE_BY_ONE));
    fault("torch-outside", state(4, 0, PAIR, new long[] {Long.MAX_VALUE}));
    fault("torch-outside", state(4, 0, new long[] {3, 3}, new long[] {1L << 62, 1L << 62}));
    fault("count", state(4, 0, new long[] {1L << 40, 1L << 40}, new long[] {0, 0}));
    fault("torch-repeats", state(4, 0, new long[] {1L << 40}, new long[] {0}));
  }

  @Test
  void aStorageHoldsWhatItClaims() throws IOException {
    Problem problem = fault("torch-storage", state(5, 0, PAIR, ONE_BY_ONE));
    assertEquals(4L, problem.args().get(4));
    fault("torch-storage", state(3, 0, PAIR, ONE_BY_ONE));
    fault("torch-storage", state(1L << 62, 0, PAIR, ONE_BY_ONE));
    fault("torch-part", begin().tensor("1", 4, 0, PAIR, ONE_BY_ONE).raw("s."));
    fault("torch-part", begin().tensor("../data/0", 4, 0, PAIR, ONE_BY_ONE).raw("s."));
  }

  @Test
  void thereAreTensorsByName() throws IOException {
    fault("torch-empty", new PickleBytes().raw("}."));
    fault("torch-empty", new PickleBytes().raw("N."));
    fault("torch-empty", new PickleBytes().tensor("0", 4, 0, PAIR, ONE_BY_ONE).raw("."));
    PickleBytes itself = new PickleBytes().raw("}q\0").text("model").raw("h\0s.");
    fault("torch-empty", itself);
  }

  @Test
  void trainingLoopsKeepTheWeightsBesideOtherThings() throws Exception {
    PickleBytes kept =
        new PickleBytes()
            .raw("}(")
            .text("epoch")
            .whole(7)
            .text("state_dict")
            .raw("}(")
            .text("a")
            .tensor("0", 4, 0, PAIR, ONE_BY_ONE)
            .text("steps")
            .whole(3)
            .text("version")
            .text("1")
            .raw("uu.");
    zip(kept, floats(1, 2, 3, 4), true);
    ArrayFile read = TorchFile.read(file);
    assertArrayEquals(new float[] {1, 2}, read.floats("a"));
    assertEquals(3, read.get("steps").whole(0));
    assertEquals(2, read.arrays().size());
  }

  @Test
  void zipsAreChecked() throws IOException {
    zip(state(4, 0, PAIR, ONE_BY_ONE), floats(1, 2, 3, 4), true);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, 100, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      String key = length < 4 ? "torch-form" : "zip-directory";
      assertProblem("checkpoint.problem." + key, file, () -> TorchFile.read(file));
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "archive/version", new byte[] {'3'}, true);
    }
    assertProblem("checkpoint.problem.torch-pickles", file, () -> TorchFile.read(file));
    Files.write(file, new byte[600]);
    assertProblem("checkpoint.problem.torch-form", file, () -> TorchFile.read(file));
  }

  @Test
  void aPackedPartIsBoundedBeforeItIsUnpacked() throws IOException {
    byte[] zeros = new byte[65 << 20];
    zip(state(zeros.length / 4, 0, PAIR, ONE_BY_ONE), zeros, false);
    Problem problem =
        assertProblem("checkpoint.problem.zip-large", file, () -> TorchFile.read(file));
    assertEquals((long) zeros.length, problem.args().get(2));
    zip(new PickleBytes().raw("}0".repeat(20_000_000)), floats(1), false);
    assertProblem("checkpoint.problem.pickle-steps", file, () -> TorchFile.read(file));
  }

  @Test
  void aPackedPartUnpacksToWhatItClaims() throws IOException {
    zip(state(1000, 0, PAIR, ONE_BY_ONE), new byte[4000], false);
    byte[] whole = Files.readAllBytes(file);
    ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < whole.length - 4; at++) {
      if (bytes.getInt(at) == 4000) {
        bytes.putInt(at, 3996);
      }
    }
    Files.write(file, whole);
    assertProblem("checkpoint.problem.npz-sum", file, () -> TorchFile.read(file));
  }

  @Tag("reference")
  @ParameterizedTest
  @ValueSource(strings = {"gpt2/pytorch_model.bin", "gpt2-legacy-names/pytorch_model.bin"})
  void damageNeverEscapes(String name) throws IOException {
    byte[] whole = Files.readAllBytes(ReferenceFolder.find().resolve("hf").resolve(name));
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      boolean cut = i % 4 == 0;
      byte[] damaged = Arrays.copyOf(whole, cut ? random.nextInt(whole.length) : whole.length);
      int near = i % 2 == 0 ? 3000 : damaged.length;
      for (int hits = random.nextInt(3); hits >= 0 && damaged.length > 0; hits--) {
        int from = i % 8 < 4 ? 0 : Math.max(0, damaged.length - near);
        int at = from + random.nextInt(Math.min(near, damaged.length - from));
        damaged[at] = (byte) random.nextInt(256);
      }
      Files.write(file, damaged);
      try {
        TorchFile.read(file).arrays().values().forEach(NdArray::floats);
      } catch (Problem e) {
        assertEquals(file, e.args().getFirst(), e.getMessage());
      }
    }
  }
}
