package attentionscope.view.generate;

import attentionscope.language.BuildsKeys;
import attentionscope.view.Choice;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Writing;
import attentionscope.workspace.Writing.Below;
import attentionscope.workspace.Writing.Way;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** How the next token is chosen, and what is looked at besides. */
@BuildsKeys({"view.generate.way.", "view.generate.below."})
final class Ways extends HBox implements Part {

  private final Choice<Way> ways;
  private final Choice<Below> below;
  private Writing writing = Writing.PLAIN;

  Ways(Consumer<Intent> intents) {
    ways = new Choice<>(way -> intents.accept(new Intent.Choose(writing.withWay(way))));
    below = new Choice<>(what -> intents.accept(new Intent.Choose(writing.withBelow(what))));
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(below, ways);
  }

  @Override
  public void show(Shown shown) {
    writing = shown.workspace().writing();
    ways.show(
        Arrays.stream(Way.values())
            .map(
                way ->
                    new Choice.Option<>(
                        way,
                        shown.text("view.generate.way." + way.key()),
                        shown.text("view.generate.way." + way.key() + ".about")))
            .toList(),
        Optional.of(writing.way()));
    below.show(
        Arrays.stream(Below.values())
            .map(
                what ->
                    new Choice.Option<>(
                        what,
                        shown.text("view.generate.below." + what.key()),
                        shown.text("view.generate.below." + what.key() + ".about")))
            .toList(),
        Optional.of(writing.below()));
    below.setVisible(shown.outlook().isPresent());
    ways.setVisible(shown.outlook().isPresent());
  }

  Choice<Way> ways() {
    return ways;
  }
}
