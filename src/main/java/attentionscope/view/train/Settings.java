package attentionscope.view.train;

import attentionscope.language.BuildsKeys;
import attentionscope.train.Answered;
import attentionscope.view.Choice.Option;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.laboratory.Difference;
import attentionscope.workspace.laboratory.Experiment;
import attentionscope.workspace.laboratory.Sight;
import attentionscope.workspace.training.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is tried out: the task, the model, how it learns, what runs beside it, when it stops. */
@BuildsKeys({
  "view.train.task.",
  "view.train.kind.",
  "view.train.plan.",
  "view.train.against.",
  "view.train.positions."
})
final class Settings extends VBox implements Part {

  /** The numbers of a plan, as recipes call them. */
  private static final List<String> NUMBERS =
      List.of(
          "steps", "batch", "rate", "warmup", "seed", "samples", "clip", "dropout", "smoothing");

  /** Sizes that a plan may leave to the kind of model. */
  private static final List<String> SIZES = List.of("width", "layers", "heads");

  private static final List<String> POSITIONS =
      List.of("none", "sinusoidal", "learned", "rotary", "alibi", "buckets");

  private static final List<Double> SHARES = List.of(0.9, 0.95, 0.99, 1.0);

  private final Consumer<Intent> intents;
  private final Pick<String> task;
  private final Label example = new Label();
  private final Pick<String> kind;
  private final Pick<String> positions;
  private final Pick<String> from;
  private final Button goOn = new Button();
  private final Label learning = new Label();
  private final Map<String, PlanField> numbers = new LinkedHashMap<>();
  private final Pick<Optional<Difference>> against;
  private final Pick<OptionalDouble> until;
  private final Label anew = new Label();
  private Experiment now = Experiment.PLAIN;

  Settings(Consumer<Intent> intents) {
    this.intents = intents;
    task = new Pick<>(name -> intents.accept(new Intent.Teach(name)));
    kind = new Pick<>(name -> intents.accept(new Intent.Replan("kind", name)));
    positions = new Pick<>(way -> intents.accept(new Intent.Replan("positions", way)));
    from = new Pick<>(model -> intents.accept(new Intent.Replan("from", model)));
    goOn.getStyleClass().add("primary");
    goOn.setWrapText(true);
    goOn.setMaxWidth(Double.MAX_VALUE);
    goOn.setOnAction(event -> intents.accept(new Intent.GoOn()));
    against = new Pick<>(one -> attempt(now.withAgainst(one)));
    until = new Pick<>(share -> attempt(now.withUntil(share)));
    getStyleClass().add("laboratory");
    example.getStyleClass().addAll("quiet", "mono");
    example.setWrapText(true);
    learning.getStyleClass().add("caption");
    anew.getStyleClass().add("quiet");
    anew.setWrapText(true);
    getChildren().addAll(goOn, task, example, kind);
    SIZES.forEach(this::addField);
    getChildren().addAll(positions, from, learning);
    NUMBERS.forEach(this::addField);
    getChildren().addAll(against, until, anew);
  }

  private void addField(String number) {
    PlanField field = new PlanField(text -> intents.accept(new Intent.Replan(number, text)));
    numbers.put(number, field);
    getChildren().add(field);
  }

  private void attempt(Experiment other) {
    if (!other.equals(now)) {
      intents.accept(new Intent.Try(other));
    }
  }

  @Override
  public void show(Shown shown) {
    Optional<Sight> sight = shown.sight();
    if (sight.isEmpty()) {
      return;
    }
    now = sight.get().state().experiment();
    Plan plan = now.plan();
    task.show(
        shown.text("view.train.task"),
        named(sight.get().tasks(), "view.train.task.", shown),
        plan.task());
    example.setText(sight.get().answers().stream().findFirst().map(Settings::sample).orElse(""));
    kind.show(
        shown.text("view.train.kind"),
        named(sight.get().kinds(), "view.train.kind.", shown),
        plan.kind());
    goOn.setText(shown.text("view.train.go-on"));
    goOn.setVisible(sight.get().left());
    goOn.setManaged(sight.get().left());
    String own = shown.text("view.train.own");
    positions.show(
        shown.text("view.train.positions"),
        choices(POSITIONS, own, "view.train.positions.", shown),
        plan.value("positions"));
    from.show(
        shown.text("view.train.from"),
        choices(sight.get().models(), shown.text("view.train.from.nothing"), "", shown),
        plan.value("from"));
    learning.setText(shown.text("view.train.learning"));
    numbers.forEach(
        (name, field) ->
            field.show(
                shown.text("view.train.plan." + name), plan.value(name), none(name, own, shown)));
    against.show(shown.text("view.train.against"), differences(shown, plan), now.against());
    until.show(shown.text("view.train.until"), shares(shown), now.until());
    anew.setText(shown.text("view.train.anew"));
  }

  private static List<Option<String>> named(List<String> names, String keys, Shown shown) {
    return names.stream()
        .map(
            name ->
                new Option<>(name, shown.texts().has(keys + name) ? shown.text(keys + name) : name))
        .toList();
  }

  private static String none(String name, String own, Shown shown) {
    return name.equals("samples") ? shown.text("view.train.samples.new") : own;
  }

  /** The empty one first. */
  private static List<Option<String>> choices(
      List<String> names, String none, String keys, Shown shown) {
    List<Option<String>> all = new ArrayList<>();
    all.add(new Option<>("", none));
    all.addAll(named(names, keys, shown));
    return all;
  }

  private static String sample(Answered answer) {
    return String.join(" ", answer.sample().source())
        + " → "
        + answer.words().stream().map(Answered.Word::expected).collect(Collectors.joining(" "));
  }

  private static List<Option<Optional<Difference>>> differences(Shown shown, Plan plan) {
    List<Option<Optional<Difference>>> all = new ArrayList<>();
    all.add(new Option<>(Optional.empty(), shown.text("view.train.against.none")));
    for (Difference one : Difference.values()) {
      if (one.of(plan).isPresent()) {
        all.add(new Option<>(Optional.of(one), shown.text("view.train.against." + one.key())));
      }
    }
    return all;
  }

  private static List<Option<OptionalDouble>> shares(Shown shown) {
    List<Option<OptionalDouble>> all = new ArrayList<>();
    all.add(new Option<>(OptionalDouble.empty(), shown.text("view.train.until.end")));
    for (double share : SHARES) {
      long percent = Math.round(share * 100);
      all.add(
          new Option<>(OptionalDouble.of(share), shown.text("view.train.until.share", percent)));
    }
    return all;
  }

  Pick<String> task() {
    return task;
  }

  PlanField number(String name) {
    return numbers.getOrDefault(name, new PlanField(text -> {}));
  }
}
