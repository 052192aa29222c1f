package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.files.ProgramVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: without a command it opens the window. */
@Command(
    name = "attention-scope",
    subcommands = {TraceCommand.class, LessonsCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description = "Shows every number of attention and says why it is what it is.")
final class Commands implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--headless", description = "Do without a window: draw pictures instead.")
  private boolean headless;

  static CommandLine line() {
    return new CommandLine(new Commands())
        .setParameterExceptionHandler(Commands::misused)
        .setExecutionExceptionHandler(new Failures(ProgramFolder.find()));
  }

  /** One line that says what is wrong with the command, and 2. */
  private static int misused(ParameterException fault, String[] args) {
    CommandLine line = fault.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    line.getErr().printf("%s: %s (%s --help tells more)%n", command, fault.getMessage(), command);
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public Integer call() throws Problem {
    boolean window = !headless && Screen.usable();
    if (!window) {
      Screen.doWithout();
    }
    NativeLibrary.check(window);
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Answers {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Attention Scope " + ProgramVersion.read()};
    }
  }
}
