package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.Choice;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.TextWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a model write. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Let a model write: what it answers to a source, or how it goes on with a text.",
      "Without further options the likeliest word comes each time."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "A folder that train has written, or the name of a shipped model.")
  private String model = "";

  @Option(names = "--text", required = true, paramLabel = "T", description = "What it reads.")
  private String text = "";

  @Option(
      names = "--max-new",
      paramLabel = "N",
      description = "How many words are written at most. Default: 50.")
  private int most = 50;

  @Option(
      names = "--return",
      paramLabel = "N",
      description = "How many texts: drawn, or the best of a search with scores. Default: 1.")
  private int returned = 1;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Way way = new Way();

  /** How words are chosen. */
  static final class Way {
    @Option(names = "--greedy", description = "Always the likeliest word (default).")
    private boolean greedy;

    @ArgGroup(exclusive = false)
    private @Nullable Sampling sampling;

    @ArgGroup(exclusive = false)
    private @Nullable Beams beams;
  }

  /** By chance. */
  static final class Sampling {
    @Option(
        names = "--temperature",
        paramLabel = "X",
        description = "By chance; below 1 likely words come more often. Default: 1.")
    private double temperature = 1;

    @Option(
        names = "--top-k",
        paramLabel = "K",
        description = "By chance, among the K likeliest words. Default: all.")
    private int topK = 0;

    @Option(
        names = "--top-p",
        paramLabel = "P",
        description = "By chance, among the fewest words that together have P. Default: 1.")
    private double topP = 1;

    @Option(names = "--seed", paramLabel = "S", description = "Of the chance. Default: 1.")
    private long seed = 1;
  }

  /** By beam search. */
  static final class Beams {
    @Option(
        names = "--beams",
        required = true,
        paramLabel = "N",
        description = "By beam search with N beams.")
    private int beams = 1;

    @Option(
        names = "--length-penalty",
        paramLabel = "L",
        description = "The larger, the more long answers are preferred. Default: 1.")
    private double lengthPenalty = 1;

    @Option(
        names = "--early-stopping",
        description = "End the search as soon as N answers have ended.")
    private boolean early;
  }

  @Override
  public Integer call() throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Texts texts = Languages.load(program).suiting(Locale.getDefault());
    check(texts, "--max-new", most, most >= 1, "≥ 1");
    PrintWriter out = spec.commandLine().getOut();
    @Nullable Beams beams = way.beams;
    if (beams != null) {
      BeamPlan plan = plan(texts, beams);
      List<TextWriter.Line> lines = writer(program).search(plan);
      for (TextWriter.Line line : lines) {
        if (plan.returned() == 1) {
          out.println(line.text());
        } else {
          out.printf(Locale.ROOT, "%.4f\t%s%n", line.score().orElse(Double.NaN), line.text());
        }
      }
      return 0;
    }
    @Nullable Sampling sampling = way.sampling;
    boolean drawn = sampling != null && !way.greedy; // never both
    check(texts, "--return", returned, drawn ? returned >= 1 : returned == 1, drawn ? "≥ 1" : "1");
    Choice choice = sampling == null ? new Choice.Greedy() : sampled(texts, sampling);
    writer(program).write(choice, returned).forEach(line -> out.println(line.text()));
    return 0;
  }

  private TextWriter writer(ProgramFolder program) throws Problem {
    return new TextWriter(new ModelLibrary(program).open(model), text, most);
  }

  private Choice sampled(Texts texts, Sampling given) {
    check(texts, "--temperature", given.temperature, given.temperature > 0, "> 0");
    check(texts, "--top-k", given.topK, given.topK >= 0, "≥ 0");
    check(texts, "--top-p", given.topP, given.topP > 0 && given.topP <= 1, "> 0, ≤ 1");
    return new Choice.Sampled(given.temperature, given.topK, given.topP, given.seed);
  }

  private BeamPlan plan(Texts texts, Beams given) {
    check(texts, "--beams", given.beams, given.beams >= 1, "≥ 1");
    boolean enough = returned >= 1 && returned <= given.beams;
    check(texts, "--return", returned, enough, "1 … " + given.beams);
    return new BeamPlan(
        given.beams,
        returned,
        given.lengthPenalty,
        given.early ? BeamPlan.Stopping.EARLY : BeamPlan.Stopping.USUAL,
        BeamPlan.Length.WRITTEN);
  }

  private void check(Texts texts, String option, Object given, boolean right, String allowed) {
    if (!right) {
      String fault = texts.get("cli.generate.number", option, given.toString(), allowed);
      throw new ParameterException(spec.commandLine(), fault);
    }
  }
}
