package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints samples of a task, or the names of all tasks. */
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    description = "Print samples of a task that models are trained on.")
final class TaskCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TASK",
      description = "A task such as addition. Without one, the names of all are printed.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--samples", paramLabel = "N", description = "How many. Default: 10.")
  private int samples = 10;

  @Option(names = "--seed", paramLabel = "S", description = "Other samples. Default: 0.")
  private long seed = 0;

  @Option(
      names = "--part",
      paramLabel = "train|test",
      description = "Samples to train on (default), or those never trained on.")
  private Chosen part = Chosen.train;

  /** Names of parts as they are typed. */
  enum Chosen {
    train(Part.TRAIN),
    test(Part.TEST);

    private final Part part;

    Chosen(Part part) {
      this.part = part;
    }
  }

  @Override
  public Integer call() throws Problem {
    Tasks tasks = new Tasks(ProgramFolder.find());
    PrintWriter out = spec.commandLine().getOut();
    if (name.isEmpty()) {
      tasks.names().forEach(out::println);
      return 0;
    }
    Task task = tasks.open(name.get());
    for (int i = 0; i < samples; i++) {
      Sample sample = task.sample(seed, i, part.part);
      out.printf("%s\t%s%n", String.join(" ", sample.source()), String.join(" ", sample.target()));
    }
    return 0;
  }
}
