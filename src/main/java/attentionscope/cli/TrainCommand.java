package attentionscope.cli;

import attentionscope.checkpoint.OwnConfig;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.files.ProgramVersion;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.train.Examination;
import attentionscope.train.Trainer;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.Recipe;
import attentionscope.workspace.training.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model and writes its folder. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a model on a task and write it to a folder.",
      "Ctrl+C saves what has been learned; the same command with --resume goes on."
    })
final class TrainCommand implements Callable<Integer> {

  /** Answers judged at the end, and from time to time on the way. */
  private static final int EXAMINED = 500;

  private static final int EXAMINED_ON_THE_WAY = 64;
  private static final int GLANCES = 20;

  /** Of the first steps, by which a recipe is known again. */
  private static final int RECORDED_LOSSES = 3;

  private static final String USUAL_KIND = "transformer";

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "TASK|RECIPE",
      description = {
        "What is learned (attention-scope task lists all), or a file ending in .yaml that says",
        "everything below; an option that is given nevertheless counts instead."
      })
  private Optional<String> task = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "KIND",
      description = "A kind such as transformer (default), or a file of that form.")
  private Optional<String> kind = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", description = "How many steps. Default: 1000.")
  private Optional<Integer> steps = Optional.empty();

  @Option(names = "--seed", paramLabel = "S", description = "Of everything drawn. Default: 1.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--batch", paramLabel = "N", description = "Samples a step. Default: 64.")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "The largest learning rate. Default: 0.002.")
  private Optional<Double> rate = Optional.empty();

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "Steps on the way to it. Default: 100.")
  private Optional<Integer> warmup = Optional.empty();

  @Option(
      names = "--clip",
      paramLabel = "C",
      description = "The largest norm of the gradients; 0: any. Default: 1.")
  private Optional<Double> clip = Optional.empty();

  @Option(
      names = "--dropout",
      paramLabel = "P",
      description = "The share of cells left out while learning. Default: 0.")
  private Optional<Double> dropout = Optional.empty();

  @Option(
      names = "--smoothing",
      paramLabel = "E",
      description = "The share that all words have of a target. Default: 0.")
  private Optional<Double> smoothing = Optional.empty();

  @Option(
      names = "--positions",
      paramLabel = "WAY",
      description = "How positions are told apart: none, sinusoidal, learned, rotary, alibi, …")
  private Optional<String> positions = Optional.empty();

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "The width of the model's vectors, in place of its kind's.")
  private Optional<Integer> width = Optional.empty();

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "How many layers a stack has, in place of its kind's.")
  private Optional<Integer> layers = Optional.empty();

  @Option(
      names = "--heads",
      paramLabel = "N",
      description = "Heads of each attention; the width has to be a multiple of it.")
  private Optional<Integer> heads = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = "Begin with what a model has learned: the name of a shipped one, or a folder.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Learn from N samples, over and over. Default: others at every step.")
  private Optional<Integer> samples = Optional.empty();

  @Option(names = "--resume", description = "Go on from --out; the plan is the one noted there.")
  private boolean resume;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write: it opens as a model.")
  private Path out = Path.of("");

  @Option(
      names = "--record",
      description = "Note in the recipe's file what comes of it, once it has been followed whole.")
  private boolean record;

  @Override
  public Integer call() throws Problem {
    ProgramFolder program = ProgramFolder.find();
    Texts texts = Languages.load(program).suiting(Locale.getDefault());
    if (record && (resume || task.filter(name -> name.endsWith(Recipe.ENDING)).isEmpty())) {
      throw new ParameterException(spec.commandLine(), texts.get("cli.train.no-recipe"));
    }
    TrainingRun run = run(program, texts);
    List<Float> losses = new ArrayList<>();
    ProgressLine progress =
        new ProgressLine(spec.commandLine().getOut(), texts, run.plan().steps());
    try (Interruption interruption = new Interruption()) {
      Examination found = run.examine(run.plan().seed(), EXAMINED_ON_THE_WAY);
      progress.begin(run.steps());
      while (!run.isDone() && !interruption.isAsked()) {
        Trainer.Step step = run.step();
        if (step.number() % Math.max(1, run.plan().steps() / GLANCES) == 0) {
          found = run.examine(run.plan().seed(), EXAMINED_ON_THE_WAY);
        }
        progress.show(step, found);
        if (losses.size() < RECORDED_LOSSES) {
          losses.add(step.loss());
        }
      }
      found = run.examine(run.plan().seed(), EXAMINED);
      run.save(out, found);
      progress.end(run.steps(), found, out);
      if (record && run.isDone()) {
        String date = LocalDate.now(ZoneId.systemDefault()).toString();
        Recipe.record(
            Path.of(task.orElseThrow()),
            new Recipe.Recorded(date, ProgramVersion.read(), losses, found));
      }
    }
    return 0;
  }

  private TrainingRun run(ProgramFolder program, Texts texts) throws Problem {
    if (resume) {
      return TrainingRun.resume(program, out);
    }
    if (Files.exists(out.resolve(TrainingRun.STATE))) {
      throw new Problem("cli.train.exists", out);
    }
    String named =
        task.orElseThrow(
            () -> new ParameterException(spec.commandLine(), texts.get("cli.train.no-task")));
    Plan said =
        named.endsWith(Recipe.ENDING)
            ? Recipe.read(Path.of(named)).plan()
            : Plan.usual(named, USUAL_KIND);
    return new TrainingRun(
        program,
        new Plan(
            said.task(),
            kind.orElse(said.kind()),
            seed.orElse(said.seed()),
            steps.orElse(said.steps()),
            batch.orElse(said.batch()),
            rate.orElse(said.rate()),
            warmup.orElse(said.warmup()),
            clip.orElse(said.clip()),
            dropout.orElse(said.dropout()),
            smoothing.orElse(said.smoothing()),
            special(said.special())));
  }

  private Plan.Special special(Plan.Special said) {
    return new Plan.Special(
        new OwnConfig.Change(
            positions.or(said.change()::positions),
            width.or(said.change()::width),
            layers.or(said.change()::layers),
            heads.or(said.change()::heads)),
        from.or(said::from),
        samples.orElse(said.samples()),
        said.example());
  }
}
