package attentionscope.workspace.training;

import attentionscope.checkpoint.OwnConfig;
import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import attentionscope.train.Examination;
import attentionscope.workspace.Typed;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlFile;
import attentionscope.yaml.YamlValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A plan as a file of YAML, and what came of it once:
 *
 * <pre>
 *   task: reverse             kind: transformer         seed: 1
 *   steps: 1000               batch: 64
 *   rate: 0.002               warmup: 100               # and clip, dropout, smoothing
 *   positions: none           # in place of the kind's own; so, too, width and layers
 *   from: english-gpt         # the trained model it begins with
 *   samples: 100              # learned from over and over
 *   example: {source: d c b, target: b c d}             # what is typed at first
 *   recorded:
 *     date: 2026-11-20        program: 1.0
 *     losses: [3.1, 2.9]      # of the first steps
 *     right: 499              examined: 500             # answers to unseen samples
 *     chosen: 498             choices: 500              # of two words, where one is right
 * </pre>
 *
 * Only task and kind have to be there; what is left out is as usual ({@link Plan#usual}).
 *
 * @param plan what is learned and how
 * @param recorded what came of it
 */
public record Recipe(Plan plan, Optional<Recorded> recorded) {

  /** What a file's name ends with that is a recipe. */
  public static final String ENDING = ".yaml";

  private static final String RECORDED = "recorded";

  private static final int MOST = 999_999_999;

  /**
   * What came of a recipe.
   *
   * @param date of the training
   * @param program its version
   * @param losses of the first steps
   * @param found how its answers to unseen samples were
   */
  public record Recorded(String date, String program, List<Float> losses, Examination found) {
    public Recorded {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Reads a recipe.
   *
   * @throws Problem with the first fault, its line and the nearest right name
   */
  public static Recipe read(Path file) throws Problem {
    Faults faults = new Faults();
    String text = BoundedFile.readText(file, YamlFile.MAX_BYTES);
    Optional<YamlValue> root = YamlFile.read(file, text, faults);
    Optional<Recipe> recipe = root.map(value -> read(Fields.of(file, value, "recipe", faults)));
    if (!faults.isEmpty()) {
      throw faults.all().getFirst().asProblem();
    }
    Recipe read = recipe.orElseThrow();
    read.plan().checked();
    return read;
  }

  /**
   * Notes in a recipe's file what came of it, in the place of what was noted before.
   *
   * @throws Problem when the file can't be read or written
   */
  public static void record(Path file, Recorded recorded) throws Problem {
    Examination found = recorded.found();
    String text = BoundedFile.readText(file, YamlFile.MAX_BYTES);
    int before = ("\n" + text).indexOf("\n" + RECORDED + ":");
    String losses =
        recorded.losses().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    String noted =
        """
        %s:
          date: %s
          program: %s
          losses: %s
          examined: %d
          right: %d
        """
            .formatted(
                RECORDED,
                recorded.date(),
                recorded.program(),
                losses,
                found.samples(),
                found.right());
    if (found.choices() > 0) {
      noted += "  choices: %d\n  chosen: %d\n".formatted(found.choices(), found.chosen());
    }
    String whole = (before < 0 ? text : text.substring(0, before)) + noted;
    WholeFile.write(file, out -> out.write(whole.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a plan as a recipe that nothing has come of yet.
   *
   * @throws Problem when the file can't be written
   */
  public static void write(Path file, Plan plan) throws Problem {
    DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    String text = new Dump(settings).dumpToString(plan.keys());
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Recipe read(Fields fields) {
    Plan usual =
        Plan.usual(fields.requiredText("task").orElse(""), fields.requiredText("kind").orElse(""));
    Plan plan =
        new Plan(
            usual.task(),
            usual.kind(),
            fields.whole("seed", 0, MOST).map(Integer::longValue).orElse(usual.seed()),
            fields.whole("steps", 1, MOST).orElse(usual.steps()),
            fields.whole("batch", 1, MOST).orElse(usual.batch()),
            fields.number("rate").orElse(usual.rate()),
            fields.whole("warmup", 0, MOST).orElse(usual.warmup()),
            fields.number("clip").orElse(usual.clip()),
            fields.number("dropout").orElse(usual.dropout()),
            fields.number("smoothing").orElse(usual.smoothing()),
            new Plan.Special(
                new OwnConfig.Change(
                    fields.text("positions"),
                    fields.whole("width", 1, MOST),
                    fields.whole("layers", 1, MOST),
                    fields.whole("heads", 1, MOST)),
                fields.text("from"),
                fields.whole("samples", 1, MOST).orElse(0),
                fields.fields("example").map(Recipe::example)));
    Optional<Recorded> recorded = fields.fields(RECORDED).map(Recipe::recorded);
    fields.finish();
    return new Recipe(plan, recorded);
  }

  private static Typed example(Fields fields) {
    Typed example =
        new Typed(fields.requiredText("source").orElse(""), fields.text("target").orElse(""));
    fields.finish();
    return example;
  }

  private static Recorded recorded(Fields fields) {
    List<Float> losses = new ArrayList<>();
    for (YamlValue.Scalar loss : fields.texts("losses")) {
      if (Fields.isNumber(loss.text())) {
        losses.add(Float.parseFloat(loss.text()));
      } else {
        fields
            .faults()
            .add(fields.file(), loss.line(), "yaml.problem.not-number", "losses", loss.text());
      }
    }
    Recorded recorded =
        new Recorded(
            fields.requiredText("date").orElse(""),
            fields.requiredText("program").orElse(""),
            losses,
            new Examination(
                fields.whole("examined", 1, MOST).orElse(1),
                fields.whole("right", 0, MOST).orElse(0),
                fields.whole("choices", 0, MOST).orElse(0),
                fields.whole("chosen", 0, MOST).orElse(0)));
    fields.finish();
    return recorded;
  }
}
