package attentionscope.view.generate;

import attentionscope.language.Numbers;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.view.StopSlider;
import attentionscope.view.Stops;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The settings of chance: temperature, top-k, top-p and the seed. */
final class Sampling extends FlowPane implements Part {

  /** In hundredths. */
  private static final Stops TEMPERATURES =
      new Stops(
          List.of(
              5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 175, 200, 250,
              300, 400, 500));

  private static final Stops COUNTS =
      Stops.all(1, 20).with(25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000);

  /** In hundredths. */
  private static final Stops SHARES =
      new Stops(
          List.of(
              1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 92, 94, 95,
              96, 97, 98, 99, 100));

  private final Consumer<Intent> intents;
  private final StopSlider temperature =
      new StopSlider(value -> choose(now().withTemperature(value / 100.0)));
  private final StopSlider topK;
  private final StopSlider topP = new StopSlider(value -> choose(now().withTopP(value / 100.0)));
  private final Label seedName = new Label();
  private final TextField seed = new TextField();
  private final Button another = Icons.only(new Button(), Feather.SHUFFLE);
  private Writing writing = Writing.PLAIN;
  private int vocabulary = 1;

  Sampling(Consumer<Intent> intents) {
    this.intents = intents;
    topK = new StopSlider(value -> choose(now().withTopK(value >= vocabulary ? 0 : value)));
    getStyleClass().add("sampling");
    seedName.getStyleClass().add("quiet");
    seedName.setLabelFor(seed);
    seed.setPrefColumnCount(4);
    seed.setOnAction(event -> commit());
    seed.focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (was) {
                commit();
              }
            });
    another.setOnAction(
        event -> choose(now().withSeed((now().seed() + 1) % (Writing.LARGEST_SEED + 1))));
    HBox seeds = new HBox(seedName, seed, another);
    seeds.getStyleClass().add("setting");
    seeds.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(temperature, topK, topP, seeds);
  }

  private Writing now() {
    return writing;
  }

  private void choose(Writing other) {
    if (!other.equals(writing)) {
      intents.accept(new Intent.Choose(other));
    }
  }

  /** What is no seed goes back to what it was. */
  private void commit() {
    String text = seed.getText().strip();
    if (text.matches("\\d{1,6}")) {
      choose(writing.withSeed(Long.parseLong(text)));
    } else {
      seed.setText(Long.toString(writing.seed()));
    }
  }

  @Override
  public void show(Shown shown) {
    writing = shown.workspace().writing();
    vocabulary =
        shown.outlook().map(Outlook::next).map(next -> next.first().size()).orElse(vocabulary);
    temperature.show(
        shown.text("view.generate.temperature"),
        TEMPERATURES,
        writing.temperature() * 100,
        Numbers.fixed(writing.temperature(), 2));
    topK.show(
        shown.text("view.generate.top-k"),
        counts(),
        writing.topK() == 0 ? vocabulary : writing.topK(),
        writing.topK() == 0 ? shown.text("view.generate.all") : Numbers.whole(writing.topK()));
    topP.show(
        shown.text("view.generate.top-p"),
        SHARES,
        writing.topP() * 100,
        Numbers.fixed(writing.topP(), 2));
    seedName.setText(shown.text("view.generate.seed"));
    if (!seed.isFocused()) {
      seed.setText(Long.toString(writing.seed()));
    }
    seed.setAccessibleText(shown.text("view.generate.seed"));
    Icons.name(another, shown.text("view.generate.another-seed"));
  }

  /** Up to the whole vocabulary, which is as good as no limit. */
  private Stops counts() {
    List<Integer> fewer = COUNTS.values().stream().filter(count -> count < vocabulary).toList();
    return new Stops(fewer).with(vocabulary);
  }

  StopSlider temperature() {
    return temperature;
  }

  StopSlider topK() {
    return topK;
  }

  StopSlider topP() {
    return topP;
  }

  TextField seed() {
    return seed;
  }
}
