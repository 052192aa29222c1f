package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.train.Examination;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.training.TrainedModel;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines a trained model on samples that it never learned from. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Examine a trained model on samples of its task that it never learned from.")
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "A folder that train has written, or the name of a shipped model.")
  private String model = "";

  @Option(names = "--samples", paramLabel = "N", description = "How many. Default: 1000.")
  private int samples = 1000;

  @Option(names = "--seed", paramLabel = "S", description = "Other samples. Default: 1.")
  private long seed = 1;

  @Override
  public Integer call() throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Texts texts = Languages.load(program).suiting(Locale.getDefault());
    if (samples < 1) {
      throw new ParameterException(
          spec.commandLine(), texts.get("cli.generate.number", "--samples", samples, "≥ 1"));
    }
    TrainedModel trained = TrainedModel.open(program, new ModelLibrary(program).find(model));
    Examination found = trained.examine(seed, samples);
    spec.commandLine().getOut().println(ProgressLine.examined(texts, found));
    return 0;
  }
}
