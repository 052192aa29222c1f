package attentionscope.fuzz;

import attentionscope.ReferenceFolder;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.AttentionDump;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.OwnModel;
import attentionscope.checkpoint.WeightFiles;
import attentionscope.checkpoint.family.HuggingFaceCheckpoint;
import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.Tokenizer.Token;
import attentionscope.tokenize.read.Side;
import attentionscope.tokenize.read.TokenizerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads bytes as if they were a file of one kind, and uses what comes of it. Bytes that are no such
 * file may only be answered with a {@link Problem}; whatever else happens is a fault of the
 * program.
 */
enum FuzzedReader {
  SAFETENSORS {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      use(WeightFiles.open(Files.write(folder.resolve("model.safetensors"), bytes)));
    }
  },
  /** PyTorch's files, in the zip and in the older form. */
  PICKLE {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      use(WeightFiles.open(Files.write(folder.resolve("pytorch_model.bin"), bytes)));
    }
  },
  NPZ {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      use(WeightFiles.open(Files.write(folder.resolve("arrays.npz"), bytes)));
    }
  },
  CONFIG {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      Files.write(folder.resolve(OwnModel.CONFIG), bytes);
      OwnModel.read("fuzzed", folder);
    }
  },
  /** The first byte says whose weights lie beside the settings. */
  FAMILY {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      if (bytes.length == 0) {
        return;
      }
      Path weights = ReferenceFolder.find().resolve("hf").resolve(chosen(CHECKPOINTS, bytes[0]));
      Files.copy(weights.resolve("model.safetensors"), folder.resolve("model.safetensors"));
      Files.write(folder.resolve(HuggingFaceCheckpoint.CONFIG), rest(bytes));
      Model model = HuggingFaceCheckpoint.open("fuzzed", folder).model();
      Tokens tokens = Tokens.unlabelled(1, List.of(1, 2, 3), List.of(false, false, false));
      Optional<Tokens> target = model.readsTarget() ? Optional.of(tokens) : Optional.empty();
      model.run(new ModelInput(tokens, target, ""), List.of());
    }
  },
  /** The first byte says whether the others are attention, or the words beside it. */
  DUMP {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      if (bytes.length == 0) {
        return;
      }
      Path file = folder.resolve("attentions.safetensors");
      if (bytes[0] % 2 == 0) {
        Files.write(file, rest(bytes));
      } else {
        Files.write(folder.resolve("tokens.json"), rest(bytes));
        try (InputStream given = FuzzedReader.class.getResourceAsStream(DUMP_GIVEN)) {
          byte[] whole = Objects.requireNonNull(given, DUMP_GIVEN).readAllBytes();
          Files.write(file, rest(whole));
        }
      }
      AttentionDump dump = AttentionDump.of("fuzzed", WeightFiles.open(file));
      dump.remark();
      for (int sample = 0; sample < Math.min(3, dump.samples().size()); sample++) {
        Tokens number = Tokens.of(List.of(sample), List.of("sample"));
        dump.run(new ModelInput(number, Optional.empty(), ""), List.of());
      }
    }
  },
  /** The first byte says which file the others are. */
  TOKENIZER {
    @Override
    void readIn(Path folder, byte[] bytes) throws IOException, Problem {
      if (bytes.length == 0) {
        return;
      }
      String name = chosen(NAMES, bytes[0]);
      String text = new String(rest(bytes), StandardCharsets.UTF_8);
      // Where there are two files, a line of dashes stands between.
      int between = text.indexOf("\n---\n");
      if (between >= 0) {
        Files.writeString(folder.resolve(name), text.substring(0, between));
        Files.writeString(folder.resolve(beside(name)), text.substring(between + 5));
      } else {
        Files.write(folder.resolve(name), rest(bytes));
      }
      Optional<Tokenizer> tokenizer = TokenizerFiles.find(folder, Side.SOURCE);
      if (tokenizer.isPresent()) {
        use(tokenizer.get());
      }
    }
  };

  private static final List<String> NAMES =
      List.of("tokenizer.json", "spiece.model", "tokenizer.model", "vocab.json", "vocab.txt");

  private static final List<String> CHECKPOINTS =
      List.of(
          "gpt2",
          "bert-mlm",
          "bart",
          "t5-relu",
          "llama-gqa-padded",
          "gptneox",
          "opt",
          "bloom",
          "gptj",
          "marian",
          "roberta",
          "distilbert");

  private static final String DUMP_GIVEN = "DumpFuzzInputs/read/samples.safetensors";

  private static String chosen(List<String> names, byte number) {
    return names.get((number & 0xFF) % names.size());
  }

  private static byte[] rest(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static String beside(String name) {
    return name.equals("vocab.json") ? "merges.txt" : "tokenizer_config.json";
  }

  /** Reads bytes as this kind of file, and answers how that ended. */
  Optional<Problem> read(byte[] bytes) {
    try {
      Path folder = Files.createTempDirectory("fuzz");
      try {
        readIn(folder, bytes);
        return Optional.empty();
      } catch (Problem problem) {
        return Optional.of(problem);
      } finally {
        empty(folder);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  abstract void readIn(Path folder, byte[] bytes) throws IOException, Problem;

  /** Looks at both ends of every array. */
  private static void use(ArrayFile file) throws Problem {
    for (NdArray array : file.arrays().values()) {
      if (array.count() > 0) {
        array.number(0);
        array.number(array.count() - 1);
      }
    }
  }

  private static void use(Tokenizer tokenizer) throws Problem {
    for (String text : List.of("", " Hello, the  world's 12 안녕 😀\n", "<s> a </s>", "aaab")) {
      List<Token> tokens = tokenizer.encode(text);
      for (Token token : tokens) {
        Objects.checkFromToIndex(token.from(), token.to(), text.length());
        Objects.checkIndex(token.id(), tokenizer.words().size());
      }
      tokenizer.decode(tokens.stream().map(Token::id).toList());
    }
  }
}
