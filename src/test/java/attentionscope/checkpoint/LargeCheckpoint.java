package attentionscope.checkpoint;

import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.tensor.MappedMatrix;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A checkpoint of GPT-2's size (548 MB) with weights drawn at random, and how long it takes to open
 * it. Not a test: run by hand, {@code make FOLDER} first, then {@code open FOLDER} in a process of
 * its own, which prints times and its memory as the system counts it.
 */
final class LargeCheckpoint {
  private static final int WIDTH = 768;
  private static final int LAYERS = 12;
  private static final int LONGEST = 1024;
  private static final int VOCABULARY = 50257;
  private static final int TOKENS = 32;
  private static final String CONFIG =
      """
      {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "vocab_size": 50257,
       "n_positions": 1024, "n_embd": 768, "n_layer": 12, "n_head": 12,
       "activation_function": "gelu_new", "layer_norm_epsilon": 1e-05}
      """;

  private final MemorySegment random = random();
  private final SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();

  private LargeCheckpoint() {}

  public static void main(String... args) throws Exception {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "make" -> new LargeCheckpoint().make(folder);
      case "open" -> open(folder);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static MemorySegment random() {
    SplittableRandom numbers = new SplittableRandom(1);
    float[] floats = new float[VOCABULARY * WIDTH];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = 0.08f * ((float) numbers.nextDouble() - 0.5f);
    }
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return MemorySegment.ofBuffer(bytes);
  }

  /** Arrays look into the same numbers, each from another place on. */
  private void put(String name, long... shape) {
    Shape sizes = Shape.of(shape);
    long length = 4 * sizes.count();
    long from = Math.floorMod(4L * 7919 * arrays.size(), random.byteSize() - length + 4);
    arrays.put(name, new NdArray(DType.F32, sizes, random.asSlice(from, length)));
  }

  private void linear(String name, int in, int out) {
    put(name + ".weight", in, out);
    put(name + ".bias", out);
  }

  private void norm(String name) {
    put(name + ".weight", WIDTH);
    put(name + ".bias", WIDTH);
  }

  private void make(Path folder) throws Problem, IOException {
    put("wte.weight", VOCABULARY, WIDTH);
    put("wpe.weight", LONGEST, WIDTH);
    for (int layer = 0; layer < LAYERS; layer++) {
      String id = "h." + layer + ".";
      norm(id + "ln_1");
      put(id + "attn.bias", 1, 1, LONGEST, LONGEST);
      linear(id + "attn.c_attn", WIDTH, 3 * WIDTH);
      linear(id + "attn.c_proj", WIDTH, WIDTH);
      norm(id + "ln_2");
      linear(id + "mlp.c_fc", WIDTH, 4 * WIDTH);
      linear(id + "mlp.c_proj", 4 * WIDTH, WIDTH);
    }
    norm("ln_f");
    Path file = folder.resolve("model.safetensors");
    SafetensorsWriter.write(file, ArrayFile.of(file, arrays));
    Files.writeString(folder.resolve("config.json"), CONFIG);
    say(file + ": " + Files.size(file) + " bytes");
  }

  private static void open(Path folder) throws Problem, IOException {
    Path file = folder.resolve("model.safetensors");
    long begin = System.nanoTime();
    HuggingFaceCheckpoint opened = HuggingFaceCheckpoint.open("large", folder);
    report("opened", begin);
    begin = System.nanoTime();
    double sum = 0;
    for (String name : opened.arrays().arrays().keySet()) {
      if (name.startsWith("h.0.") && name.endsWith("weight")) {
        NdArray array = opened.arrays().get(name);
        sum += array.shape().axes() == 2 ? sum(array.matrix()) : 0;
      }
    }
    report("every weight of the first layer looked at (sum %.3f)".formatted(sum), begin);
    for (int time = 0; time < 3; time++) {
      begin = System.nanoTime();
      Trace trace = opened.model().run(input(), List.of());
      report("%d tokens run, %d matrices".formatted(TOKENS, trace.nodes().size()), begin);
      Node last = trace.nodes().getLast();
      say("  %s[0,0] = %s".formatted(last.id(), last.at(0, 0)));
    }
    begin = System.nanoTime();
    readOnce(file);
    report("the file read once", begin);
  }

  private static double sum(MappedMatrix matrix) {
    double sum = 0;
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        sum += matrix.unsafe_get(row, column);
      }
    }
    return sum;
  }

  private static ModelInput input() {
    List<Integer> ids = IntStream.range(0, TOKENS).mapToObj(i -> i * 1567 % VOCABULARY).toList();
    Tokens tokens = Tokens.unlabelled(1, ids, Collections.nCopies(TOKENS, false));
    return new ModelInput(tokens, Optional.empty(), "");
  }

  private static void readOnce(Path file) throws IOException {
    ByteBuffer some = ByteBuffer.allocateDirect(1 << 20);
    long sum = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(some.clear()) > 0) {
        MemorySegment read = MemorySegment.ofBuffer(some.flip());
        for (long at = 0; at + 8 <= read.byteSize(); at += 8) {
          sum += read.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        }
      }
    }
    say("  sum " + sum);
  }

  private static void report(String what, long begin) throws IOException {
    double seconds = (System.nanoTime() - begin) / 1e9;
    String memory =
        String.join(
            ", ",
            Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.matches("(VmHWM|VmRSS|RssAnon|RssFile):.*"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList());
    say(String.format(Locale.ROOT, "%-60s %.3f s; %s", what, seconds, memory));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
