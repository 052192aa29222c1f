package attentionscope.view.steps;

import atlantafx.base.controls.ToggleSwitch;
import attentionscope.language.BuildsKeys;
import attentionscope.view.Choice;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Knobs.Mask;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The switches of the run itself: everything downstream follows. */
@BuildsKeys("view.steps.mask.")
final class Knobs extends HBox implements Part {

  private final Consumer<Intent> intents;
  private final ToggleSwitch scale = new ToggleSwitch();
  private final ToggleSwitch positions = new ToggleSwitch();
  private final Label maskName = new Label();
  private final Choice<Mask> mask;

  private attentionscope.workspace.Knobs now = attentionscope.workspace.Knobs.MODEL;
  private boolean showing;

  Knobs(Consumer<Intent> intents) {
    this.intents = intents;
    mask = new Choice<>(choice -> turn(now.withMask(choice)));
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_LEFT);
    maskName.getStyleClass().add("quiet");
    maskName.setLabelFor(mask);
    scale.selectedProperty().addListener((property, was, is) -> turn(now.withScale(is)));
    positions.selectedProperty().addListener((property, was, is) -> turn(now.withPositions(is)));
    scale.setMinWidth(USE_PREF_SIZE);
    positions.setMinWidth(USE_PREF_SIZE);
    maskName.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(scale, positions, maskName, mask);
  }

  @Override
  public void show(Shown shown) {
    showing = true;
    now = shown.workspace().knobs();
    boolean divides =
        !shown.trace().match("**.head.*.scaled").isEmpty()
            || !shown.trace().match("**.attention.scaled").isEmpty();
    scale.setDisable(!divides);
    scale.setSelected(divides && now.scale());
    positions.setSelected(now.positions());
    boolean added = !shown.trace().match("*.position").isEmpty();
    positions.setVisible(added);
    positions.setManaged(added);
    scale.setText(shown.text("view.steps.scale"));
    positions.setText(shown.text("view.steps.positions"));
    scale.setAccessibleText(scale.getText());
    positions.setAccessibleText(positions.getText());
    maskName.setText(shown.text("view.steps.mask"));
    mask.show(
        Arrays.stream(Mask.values())
            .map(choice -> new Choice.Option<>(choice, name(shown, choice)))
            .toList(),
        Optional.of(now.mask()));
    showing = false;
  }

  private static String name(Shown shown, Mask mask) {
    return shown.text("view.steps.mask." + mask.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void turn(attentionscope.workspace.Knobs knobs) {
    if (!showing && !knobs.equals(now)) {
      intents.accept(new Intent.Turn(knobs));
    }
  }

  ToggleSwitch scale() {
    return scale;
  }

  ToggleSwitch positions() {
    return positions;
  }

  Choice<Mask> mask() {
    return mask;
  }
}
