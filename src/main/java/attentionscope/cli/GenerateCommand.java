package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.model.ModelInput;
import attentionscope.model.generation.BeamPlan;
import attentionscope.model.generation.Choice;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.TextWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
      description = "A folder, or the name of a shipped model such as toy/translation.")
  private String model = "";

  @ArgGroup(multiplicity = "1")
  private Reading.Source source = new Reading.Source();

  @ArgGroup private Reading.Target target = new Reading.Target();

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

  @Option(
      names = "--show",
      paramLabel = "text|ids",
      description = "What is printed. Default: text, where the model's words are known.")
  private Optional<Show> show = Optional.empty();

  /** What is printed of what was written. */
  enum Show {
    text,
    ids
  }

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
        description = {
          "The larger, the more long answers are preferred. Default: as the model's",
          "files say, else 1."
        })
    private Optional<Double> lengthPenalty = Optional.empty();

    @Option(
        names = "--early-stopping",
        arity = "0..1",
        fallbackValue = "early",
        paramLabel = "never",
        description = {
          "End the search as soon as N answers have ended; with never only once none",
          "can become better. Default: as the model's files say."
        })
    private Optional<Stopping> stopping = Optional.empty();

    /** When a search ends. */
    enum Stopping {
      early,
      never
    }
  }

  @Override
  public Integer call() throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Texts texts = Languages.load(program).suiting(Locale.getDefault());
    check(texts, "--max-new", most, most >= 1, "≥ 1");
    @Nullable Beams beams = way.beams;
    @Nullable Sampling sampling = way.sampling;
    boolean several = beams == null ? sampling != null && !way.greedy : returned <= beams.beams;
    String allowed = beams == null ? (several ? "≥ 1" : "1") : "1 … " + beams.beams;
    check(texts, "--return", returned, returned == 1 || (returned > 1 && several), allowed);
    Choice choice = sampling == null ? new Choice.Greedy() : sampled(texts, sampling);
    if (beams != null) {
      check(texts, "--beams", beams.beams, beams.beams >= 1, "≥ 1");
    }
    OpenedModel opened = new ModelLibrary(program).open(model);
    ModelInput read = target.with(source.read(opened, TextWriter::beginning), opened);
    TextWriter writer = new TextWriter(opened, read, most);
    List<TextWriter.Line> lines =
        beams == null ? writer.write(choice, returned) : writer.search(plan(beams, writer.usual()));
    boolean words = show.orElse(opened.readsIdsOnly() ? Show.ids : Show.text) == Show.text;
    lines.forEach(line -> print(line, words, lines.size() > 1));
    return 0;
  }

  /** One of several texts takes one line, whatever it says. */
  private void print(TextWriter.Line line, boolean words, boolean several) {
    String ids = line.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    String said = words ? line.text() : ids;
    String written = several ? said.replace("\n", "\\n") : said;
    PrintWriter out = spec.commandLine().getOut();
    if (several && line.score().isPresent()) {
      out.printf(Locale.ROOT, "%.4f\t%s%n", line.score().getAsDouble(), written);
    } else {
      out.println(written);
    }
  }

  private Choice sampled(Texts texts, Sampling given) {
    check(texts, "--temperature", given.temperature, given.temperature > 0, "> 0");
    check(texts, "--top-k", given.topK, given.topK >= 0, "≥ 0");
    check(texts, "--top-p", given.topP, given.topP > 0 && given.topP <= 1, "> 0, ≤ 1");
    return new Choice.Sampled(given.temperature, given.topK, given.topP, given.seed);
  }

  private BeamPlan plan(Beams given, BeamPlan usual) {
    BeamPlan.Stopping stopping =
        given
            .stopping
            .map(
                said ->
                    said == Beams.Stopping.early
                        ? BeamPlan.Stopping.EARLY
                        : BeamPlan.Stopping.NEVER)
            .orElse(usual.stopping());
    return new BeamPlan(
        given.beams,
        returned,
        given.lengthPenalty.orElse(usual.lengthPenalty()),
        stopping,
        BeamPlan.Length.WRITTEN);
  }

  private void check(Texts texts, String option, Object given, boolean right, String allowed) {
    if (!right) {
      String fault = texts.get("cli.generate.number", option, given.toString(), allowed);
      throw new ParameterException(spec.commandLine(), fault);
    }
  }
}
