package attentionscope.cli;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.ArrayFiles;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TraceArrays;
import java.nio.file.Path;
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
  private Reading.Source source = new Reading.Source();

  @ArgGroup private Reading.Target target = new Reading.Target();

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

  @Override
  public Integer call() throws Problem {
    OpenedModel opened = new ModelLibrary(ProgramFolder.find()).open(model).toRun();
    ModelInput read =
        target.with(
            source.read(
                opened,
                (model, text) -> new ModelInput(model.readSource(text), Optional.empty(), text)),
            opened);
    Trace trace = gradients ? opened.runBackwards(read, List.of()) : opened.run(read, List.of());
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
}
