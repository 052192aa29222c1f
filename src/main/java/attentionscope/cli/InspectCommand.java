package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a model is. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Say what a model is: family, sizes, parameters, special ids, and what it lacks",
      "to be run."
    })
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "A folder, a file of weights, or the name of a shipped model.")
  private String model = "";

  @Option(names = "--tensors", description = "Also every tensor of its files, with its shape.")
  private boolean tensors;

  @Override
  public Integer call() throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Texts texts = Languages.load(program).suiting(Locale.getDefault());
    OpenedModel opened = new ModelLibrary(program).open(model);
    Inspection inspection = new Inspection(opened, texts);
    PrintWriter out = spec.commandLine().getOut();
    inspection.lines().forEach(out::println);
    if (tensors) {
      out.println();
      inspection.tensors().forEach(out::println);
    }
    return 0;
  }
}
