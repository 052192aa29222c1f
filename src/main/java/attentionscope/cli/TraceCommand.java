package attentionscope.cli;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.InputArrays;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TraceArrays;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes a run and writes its matrices to a file. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Compute a run and write its matrices to a file.")
final class TraceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "A folder, or the name of a shipped model such as toy/i-go-home.")
  private String model = "";

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @ArgGroup private Target target = new Target();

  @Option(
      names = "--tensors",
      paramLabel = "GLOB",
      description = "Only matrices of these names; * for a part, ** for several. Default: all.")
  private Optional<String> tensors = Optional.empty();

  @Option(
      names = "--names",
      paramLabel = "ours|hf",
      description = "This program's names (default), or Hugging Face's with the batch as an axis.")
  private Names names = Names.ours;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A file ending in .safetensors, .npz, .json or .csv.")
  private Path out = Path.of("");

  @Option(
      names = "--gradients",
      description = {
        "Also the loss, where each word should be followed by the next, and the",
        "gradients of it, grad/…"
      })
  private boolean gradients;

  /** Whose names matrices get. */
  enum Names {
    ours,
    hf
  }

  /** What the model reads. */
  static final class Input {
    @Option(names = "--text", paramLabel = "T", description = "The source as text.")
    private Optional<String> text = Optional.empty();

    @Option(
        names = "--ids",
        paramLabel = "1,2,3",
        split = ",",
        hideParamSyntax = true,
        description = "The source as token ids.")
    private List<Integer> ids = List.of();

    @Option(
        names = "--inputs",
        paramLabel = "FILE",
        description =
            "input_ids, attention_mask, decoder_input_ids, … from a .safetensors or .npz file.")
    private Optional<Path> file = Optional.empty();
  }

  /** What the decoder reads. */
  static final class Target {
    @Option(
        names = "--target-text",
        paramLabel = "T",
        description = "The target as text; the start token is put before it.")
    private Optional<String> text = Optional.empty();

    @Option(
        names = "--target-ids",
        paramLabel = "1,2,3",
        split = ",",
        hideParamSyntax = true,
        description = "What the decoder reads, as token ids.")
    private List<Integer> ids = List.of();
  }

  @Override
  public Integer call() throws Problem {
    OpenedModel opened = new ModelLibrary(ProgramFolder.find()).open(model);
    ModelInput read = read(opened);
    Trace trace =
        gradients ? opened.runBackwards(read, List.of()) : opened.model().run(read, List.of());
    SequencedMap<String, NdArray> arrays =
        switch (names) {
          case ours -> TraceArrays.ours(trace);
          case hf -> TraceArrays.huggingFace(trace);
        };
    ArrayFile chosen =
        tensors.isPresent()
            ? TraceArrays.chosen(out, arrays, tensors.get())
            : ArrayFile.of(out, arrays);
    ArrayFiles.write(out, chosen);
    spec.commandLine().getOut().printf("%d matrices in %s%n", chosen.arrays().size(), out);
    return 0;
  }

  private ModelInput read(OpenedModel opened) throws Problem {
    if (input.file.isPresent()) {
      ModelInput read = InputArrays.read(ArrayFiles.read(input.file.get()));
      return read.target().isPresent()
          ? read
          : new ModelInput(read.source(), readTarget(opened), read.typed());
    }
    Tokens source =
        input.text.isPresent() ? opened.readSource(input.text.get()) : tokens(input.ids);
    return new ModelInput(source, readTarget(opened), input.text.orElse(input.ids.toString()));
  }

  private Optional<Tokens> readTarget(OpenedModel opened) throws Problem {
    if (!target.ids.isEmpty()) {
      return Optional.of(tokens(target.ids));
    }
    return target.text.isPresent() ? opened.readTarget(target.text.get()) : Optional.empty();
  }

  private static Tokens tokens(List<Integer> ids) {
    return Tokens.unlabelled(1, ids, Collections.nCopies(ids.size(), false));
  }
}
