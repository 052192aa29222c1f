package attentionscope.cli;

import attentionscope.ReferenceFolder;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Checkpoints with one file that lies, is damaged or is far too large, by what is wrong with them.
 * Each lies in a folder of its own, in place of a file of a small GPT-2 that is whole.
 */
final class HostileFiles {
  private static final int MEGABYTE = 1 << 20;

  /** Writes what is wrong into a folder that is whole otherwise. */
  @FunctionalInterface
  interface Fault {
    void write(Path folder) throws IOException;
  }

  private HostileFiles() {}

  static SequencedMap<String, Fault> all() {
    SequencedMap<String, Fault> all = new LinkedHashMap<>();
    safetensors(all);
    pickles(all);
    zips(all);
    settings(all);
    vocabularies(all);
    dumps(all);
    return all;
  }

  private static final String WEIGHTS = "model.safetensors";
  private static final String BIN = "pytorch_model.bin";
  private static final String CONFIG = "config.json";
  private static final List<String> VOCABULARIES =
      List.of("tokenizer.json", "vocab.txt", "tokenizer.model");

  private static void safetensors(SequencedMap<String, Fault> all) {
    all.put("safetensors, empty", in -> write(in, WEIGHTS, new byte[0]));
    all.put(
        "safetensors, truncated",
        in -> {
          byte[] whole = Files.readAllBytes(in.resolve(WEIGHTS));
          write(in, WEIGHTS, Arrays.copyOf(whole, whole.length / 2));
        });
    all.put(
        "safetensors, lying about its header",
        in -> write(in, WEIGHTS, little(8).putLong(1L << 62).array()));
    all.put("safetensors, negative", in -> tensors(in, tensor("a", "[-2]", 0, -8), 8));
    all.put(
        "safetensors, overlapping",
        in -> tensors(in, tensor("a", "[2]", 0, 8) + ", " + tensor("b", "[2]", 4, 12), 12));
    all.put(
        "safetensors, more than can be counted",
        in -> tensors(in, tensor("a", "[4294967296, 4294967296]", 0, 8), 8));
    all.put(
        "safetensors, the same name twice",
        in -> tensors(in, tensor("a", "[1]", 0, 4) + ", " + tensor("a", "[1]", 4, 8), 8));
    all.put("safetensors, deeply nested", in -> header(in, "{\"a\": {\"x\": ", "[", 24));
    all.put(
        "safetensors, one long text", in -> header(in, "{\"__metadata__\": {\"x\": \"", "y", 24));
    all.put(
        "safetensors, tensors without end",
        in -> header(in, "{" + tensor("b", "[0]", 0, 0), ", ", 24));
    all.put(
        "safetensors, not a number anywhere",
        in -> {
          byte[] whole = Files.readAllBytes(in.resolve(WEIGHTS));
          int data = 8 + (int) little(8).put(whole, 0, 8).getLong(0);
          Arrays.fill(whole, data, whole.length, (byte) 0xff);
          write(in, WEIGHTS, whole);
        });
    all.put(
        "index, out of its folder",
        in -> {
          Files.delete(in.resolve(WEIGHTS));
          text(in, WEIGHTS + ".index.json", "{\"weight_map\": {\"a\": \"../../../etc/passwd\"}}");
        });
  }

  private static void pickles(SequencedMap<String, Fault> all) {
    all.put("pickle, truncated", in -> bin(in, bytes(0x80, 2, '}', 'X', 4, 0, 0, 0, 'a')));
    all.put("pickle, runs a program", in -> bin(in, text("\u0080\u0002cos\nsystem\n(X")));
    all.put("pickle, deeply nested", in -> bin(in, "(", 12 * MEGABYTE));
    all.put("pickle, lists in lists", in -> bin(in, "]", 12 * MEGABYTE));
    all.put("pickle, doubled again and again", in -> bin(in, ")22\u0087", 12 * MEGABYTE));
    all.put(
        "pickle, a number of two thousand million bytes",
        in -> bin(in, bytes(0x80, 2, 0x8b, 0xff, 0xff, 0xff, 0x7f)));
    all.put(
        "pickle, a text of a negative length",
        in -> bin(in, bytes(0x80, 2, 'T', 0xff, 0xff, 0xff, 0xff)));
  }

  private static void zips(SequencedMap<String, Fault> all) {
    all.put("zip, a bomb of a pickle", in -> bomb(in, BIN, "archive/data.pkl", "(", 130));
    all.put(
        "zip, truncated",
        in -> {
          bomb(in, BIN, "archive/data.pkl", "(", 1);
          byte[] whole = Files.readAllBytes(in.resolve(BIN));
          write(in, BIN, Arrays.copyOf(whole, whole.length - 30));
        });
    all.put("npz, a bomb", in -> npz(in, "(60000000,)", 240));
    all.put("npz, lying about its size", in -> npz(in, "(99999999999,)", 1));
    all.put("npz, negative", in -> npz(in, "(-4,)", 1));
    all.put("npz, deeply nested", in -> npz(in, "(".repeat(50_000), 1));
  }

  private static void settings(SequencedMap<String, Fault> all) {
    all.put("config, truncated", in -> text(in, CONFIG, "{\"model_type\": \"gpt2\", "));
    all.put("config, deeply nested", in -> repeated(in, CONFIG, "{\"a\": ", "[", 24));
    all.put("config, lists without end", in -> repeated(in, CONFIG, "{\"a\": [[]", ",[]", 24));
    all.put("config, too large", in -> repeated(in, CONFIG, "{\"a\": \"", "b", 50));
    all.put(
        "config, the same key twice",
        in -> text(in, CONFIG, "{\"model_type\": \"gpt2\", \"model_type\": \"bert\"}"));
    for (String setting : new String[] {"n_layer", "n_head", "n_embd", "n_positions"}) {
      for (String value : new String[] {"-1", "0", "2000000000", "1e300", "\"many\"", "[]"}) {
        all.put("config, " + setting + " " + value, in -> setting(in, setting, value));
      }
    }
    all.put("config, not a number", in -> setting(in, "layer_norm_epsilon", "NaN"));
  }

  private static void vocabularies(SequencedMap<String, Fault> all) {
    String name = "tokenizer.json";
    all.put("vocabulary, truncated", in -> text(in, name, "{\"model\": {\"vocab\": {\"a\": 0"));
    all.put("vocabulary, deeply nested", in -> repeated(in, name, "{\"model\": ", "[", 24));
    all.put(
        "vocabulary, lists without end",
        in -> repeated(in, name, "{\"normalizer\": [[]", ",[]", 24));
    all.put(
        "vocabulary, merges without end",
        in -> repeated(in, name, "{\"model\": {\"merges\": [[]", ",[\"a\",\"b\"]", 24));
    all.put(
        "vocabulary, pieces without end",
        in -> many(in, name, "{\"model\": {\"vocab\": {\"\": 0", ", \"%s\": %s", 1_500_000));
    all.put(
        "vocabulary, an id far away",
        in -> text(in, name, "{\"model\": {\"vocab\": {\"a\": 2000000000}, \"merges\": []}}"));
    all.put("vocabulary, lines without end", in -> repeated(in, "vocab.txt", "", "\n", 15));
    all.put(
        "vocabulary, a damaged model",
        in -> write(in, "tokenizer.model", bytes(10, 0xff, 0xff, 0xff, 0xff, 7)));
  }

  private static void dumps(SequencedMap<String, Fault> all) {
    all.put(
        "dump, not a number anywhere",
        in -> {
          Files.delete(in.resolve(CONFIG));
          String header = "{" + tensor("attentions", "[1, 1, 2, 2]", 0, 16) + "}";
          byte[] data = new byte[16];
          Arrays.fill(data, (byte) 0xff);
          write(in, WEIGHTS, joined(little(8).putLong(header.length()).array(), header, data));
        });
    all.put(
        "dump, no squares",
        in -> {
          Files.delete(in.resolve(CONFIG));
          tensors(in, tensor("attentions", "[4]", 0, 16), 16);
        });
  }

  private static void tensors(Path folder, String entries, int bytes) throws IOException {
    String header = "{" + entries + "}";
    byte[] length = little(8).putLong(header.length()).array();
    write(folder, WEIGHTS, joined(length, header, new byte[bytes]));
  }

  private static String tensor(String name, String shape, long begin, long end) {
    return "\"%s\": {\"dtype\": \"F32\", \"shape\": %s, \"data_offsets\": [%d, %d]}"
        .formatted(name, shape, begin, end);
  }

  /** A header that goes on with the same for many megabytes; a comma with ever new tensors. */
  private static void header(Path folder, String begin, String more, int megabytes)
      throws IOException {
    long length = (long) megabytes * MEGABYTE;
    try (OutputStream out = open(folder, WEIGHTS)) {
      out.write(little(8).putLong(length).array());
      out.write(text(begin));
      long written = begin.length();
      for (int i = 0; written < length; i++) {
        byte[] next =
            text(more.equals(", ") ? ", " + tensor("t" + i, "[0]", 0, 0) : more.repeat(100));
        int count = (int) Math.min(next.length, length - written);
        out.write(next, 0, count);
        written += count;
      }
    }
  }

  private static void bin(Path folder, byte[] pickle) throws IOException {
    Files.delete(folder.resolve(WEIGHTS));
    write(folder, BIN, pickle);
  }

  private static void bin(Path folder, String codes, int count) throws IOException {
    bin(folder, text("\u0080\u0002" + codes.repeat(count / codes.length())));
  }

  private static void bomb(Path folder, String file, String part, String filling, int megabytes)
      throws IOException {
    Files.delete(folder.resolve(WEIGHTS));
    try (ZipOutputStream zip = new ZipOutputStream(open(folder, file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(part));
      fill(zip, filling, megabytes);
      zip.closeEntry();
    }
  }

  private static void npz(Path folder, String shape, int megabytes) throws IOException {
    Files.delete(folder.resolve(WEIGHTS));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}";
    try (ZipOutputStream zip = new ZipOutputStream(open(folder, "model.npz"))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(bytes(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0));
      zip.write(little(2).putShort((short) header.length()).array());
      zip.write(text(header));
      fill(zip, "\0", megabytes);
      zip.closeEntry();
    }
  }

  private static void fill(OutputStream out, String filling, int megabytes) throws IOException {
    byte[] megabyte = text(filling.repeat(MEGABYTE / filling.length()));
    for (int i = 0; i < megabytes; i++) {
      out.write(megabyte);
    }
  }

  private static void repeated(Path in, String name, String begin, String more, int megabytes)
      throws IOException {
    try (OutputStream out = open(in, name)) {
      out.write(text(begin));
      fill(out, more, megabytes);
    }
  }

  private static void many(Path in, String name, String begin, String more, int count)
      throws IOException {
    try (OutputStream out = open(in, name)) {
      out.write(text(begin));
      for (int i = 1; i <= count; i++) {
        out.write(text(more.formatted(Integer.toString(i, 36), i)));
      }
    }
  }

  private static void setting(Path folder, String name, String value) throws IOException {
    String whole = Files.readString(folder.resolve(CONFIG));
    text(
        folder,
        CONFIG,
        whole.replaceAll("\"" + name + "\": [^,\n]+", "\"" + name + "\": " + value));
  }

  private static void text(Path folder, String name, String text) throws IOException {
    write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path folder, String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static OutputStream open(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] text(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, String second, byte[] third) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(text(second));
    all.writeBytes(third);
    return all.toByteArray();
  }

  /** Opens every folder that is named, one after the other, and prints how that ended. */
  public static void main(String[] folders) {
    for (String folder : folders) {
      Path out = Path.of(folder).resolve("out.safetensors");
      Called called;
      try {
        boolean reads = VOCABULARIES.stream().anyMatch(name -> Files.exists(Path.of(folder, name)));
        String[] input = reads ? new String[] {"--text", "a"} : new String[] {"--ids", "0"};
        called = Called.with("trace", folder, input[0], input[1], "--out", out.toString());
      } catch (OutOfMemoryError | StackOverflowError error) {
        called = new Called(-1, "", error.toString());
      }
      System.out.println(called.code() + "\t" + called.err().strip().replace("\n", "\\n"));
    }
  }

  /** The folder of a fault, in another folder. */
  static Path prepare(Path folder, Fault fault) throws IOException {
    Path whole = ReferenceFolder.find().resolve("hf/gpt2");
    Files.createDirectories(folder);
    for (String name : new String[] {CONFIG, WEIGHTS}) {
      Files.copy(whole.resolve(name), folder.resolve(name));
    }
    fault.write(folder);
    return folder;
  }
}
