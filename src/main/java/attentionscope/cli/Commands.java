package attentionscope.cli;

import attentionscope.app.Opening;
import attentionscope.app.Program;
import attentionscope.app.Snapshots;
import attentionscope.app.Tour;
import attentionscope.app.UserFiles;
import attentionscope.app.WindowApp;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.files.ProgramVersion;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.view.Theme;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program itself: without a command it opens the window. */
@Command(
    name = "attention-scope",
    subcommands = {
      InspectCommand.class,
      TraceCommand.class,
      TaskCommand.class,
      TrainCommand.class,
      GenerateCommand.class,
      EvaluateCommand.class,
      RenderCommand.class,
      LessonsCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description = "Shows every number of attention and says why it is what it is.")
final class Commands implements Callable<Integer> {
  private static final Path PICTURES = Path.of("target", "tour");

  @Spec private CommandSpec spec;

  @Option(names = "--headless", description = "Do without a window: draw pictures instead.")
  private boolean headless;

  @Option(
      names = "--open",
      paramLabel = "WHAT",
      description = {
        "Begin with a model (a folder such as train writes, or a name such as",
        "toy/i-go-home) or with a workspace's file, NAME.attention or NAME.yaml."
      })
  private Optional<String> open = Optional.empty();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The same: so the system hands over what was double-clicked.")
  private Optional<String> file = Optional.empty();

  @Mixin private Appearance appearance = new Appearance();

  static CommandLine line() {
    return new CommandLine(new Commands())
        .registerConverter(Theme.class, new Appearance.ThemeReader())
        .registerConverter(Snapshots.Size.class, new Appearance.SizeReader())
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
    Optional<String> opened = opened();
    boolean window = !headless && Screen.usable();
    if (!window) {
      Screen.doWithout();
    }
    NativeLibrary.check(window);
    Program program = Program.load(ProgramFolder.find());
    if (window) {
      open(program, opened);
    } else if (opened.isPresent()) {
      draw(program, opened.get());
    } else {
      tour(program);
    }
    return 0;
  }

  /** What to begin with, if anything was named; any other word is a command that was mistyped. */
  private Optional<String> opened() {
    if (file.isEmpty()) {
      return open;
    }
    if (!Beginning.isNamedBy(file.get()) && !Files.exists(Path.of(file.get()))) {
      throw new ParameterException(
          spec.commandLine(), "'" + file.get() + "' is neither a command nor a file");
    }
    return file;
  }

  private void open(Program program, Optional<String> opened) throws Problem {
    UserFiles files = UserFiles.usual();
    Opening opening = opened.isPresent() ? Beginning.with(opened.get()) : new Opening.WhereLeft();
    opening.workspace(program, Progress.NONE); // what can't be opened is said here, not in a window
    program.laboratory().keepIn(files.preferences().file().resolveSibling("training"));
    WindowApp.launch(program, opening, files.read(), files);
  }

  /** Without a window: what was to be opened, as a picture. */
  private void draw(Program program, String what) throws Problem {
    Path picture = PICTURES.resolve(Beginning.pictureOf(what) + ".png");
    new Snapshots(program, appearance.texts(program), appearance.theme(), appearance.size())
        .write(Beginning.with(what), picture);
    spec.commandLine().getOut().println(picture.toAbsolutePath());
  }

  /** Without a window: the first lesson in pictures, and how to get a window. */
  private void tour(Program program) throws Problem {
    PrintWriter out = spec.commandLine().getOut();
    Texts texts = appearance.texts(program);
    if (program.course().lessons().isEmpty()) {
      throw program.course().faults().getFirst().asProblem();
    }
    String first = program.course().lessons().getFirst().id();
    Tour.play(program, first, texts, appearance.theme(), appearance.size(), PICTURES, out);
    out.println();
    out.println(texts.get("cli.tour.pictures", PICTURES.toAbsolutePath()));
    out.println(texts.get("cli.tour.window"));
  }

  /** Answers {@code --version}. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Attention Scope " + ProgramVersion.read()};
    }
  }
}
