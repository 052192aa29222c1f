package attentionscope.view.generate;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.model.generation.BeamPlan.Length;
import attentionscope.model.generation.BeamPlan.Stopping;
import attentionscope.view.Choice;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.StopSlider;
import attentionscope.view.Stops;
import attentionscope.workspace.Beams;
import attentionscope.workspace.Writing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The settings of a beam search: how wide, how long, what lengths count for, and when it ends. */
@BuildsKeys("view.generate.beam.")
final class Searching extends FlowPane implements Part {

  private static final Stops WIDTHS = Stops.all(1, Beams.WIDEST);

  private static final Stops LENGTHS =
      Stops.all(1, 16).with(20, 24, 28, 32, 40, 48, 56, Beams.LONGEST);

  /** In tenths. */
  private static final Stops PENALTIES =
      new Stops(List.of(-20, -15, -10, -5, 0, 2, 4, 6, 8, 10, 12, 14, 16, 20, 25, 30, 40));

  private final Consumer<Intent> intents;
  private final StopSlider width = new StopSlider(value -> choose(beams().withWidth(value)));
  private final StopSlider most = new StopSlider(value -> choose(beams().withMost(value)));
  private final StopSlider penalty =
      new StopSlider(value -> choose(beams().withLengthPenalty(value / 10.0)));
  private final Label lengthName = new Label();
  private final Choice<Length> length = new Choice<>(rule -> choose(beams().withLength(rule)));
  private final Label stoppingName = new Label();
  private final Choice<Stopping> stopping =
      new Choice<>(rule -> choose(beams().withStopping(rule)));
  private Writing writing = Writing.PLAIN;

  Searching(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("sampling");
    getChildren()
        .addAll(width, most, penalty, named(lengthName, length), named(stoppingName, stopping));
  }

  private static HBox named(Label name, Choice<?> choice) {
    name.getStyleClass().add("quiet");
    name.setLabelFor(choice);
    name.setMinWidth(USE_PREF_SIZE);
    HBox both = new HBox(name, choice);
    both.getStyleClass().add("setting");
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private Beams beams() {
    return writing.beams();
  }

  private void choose(Beams other) {
    if (!other.plan().equals(beams().plan()) || other.most() != beams().most()) {
      intents.accept(new Intent.Choose(writing.withBeams(other)));
    }
  }

  @Override
  public void show(Shown shown) {
    writing = shown.workspace().writing();
    width.show(
        shown.text("view.generate.beam.width"),
        WIDTHS,
        beams().width(),
        Numbers.whole(beams().width()));
    most.show(
        shown.text("view.generate.beam.most"),
        LENGTHS,
        beams().most(),
        Numbers.whole(beams().most()));
    penalty.show(
        shown.text("view.generate.beam.penalty"),
        PENALTIES,
        beams().lengthPenalty() * 10,
        Numbers.fixed(beams().lengthPenalty(), 1));
    lengthName.setText(shown.text("view.generate.beam.length"));
    length.show(
        Arrays.stream(Length.values()).map(rule -> option(shown, "length", rule)).toList(),
        Optional.of(beams().length()));
    stoppingName.setText(shown.text("view.generate.beam.stopping"));
    stopping.show(
        Arrays.stream(Stopping.values()).map(rule -> option(shown, "stopping", rule)).toList(),
        Optional.of(beams().stopping()));
  }

  private static <T extends Enum<T>> Choice.Option<T> option(Shown shown, String what, T rule) {
    String key = "view.generate.beam." + what + "." + Beams.key(rule);
    return new Choice.Option<>(rule, shown.text(key), shown.text(key + ".about"));
  }

  StopSlider width() {
    return width;
  }

  StopSlider penalty() {
    return penalty;
  }

  Choice<Stopping> stopping() {
    return stopping;
  }
}
