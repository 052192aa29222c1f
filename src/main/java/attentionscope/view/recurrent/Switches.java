package attentionscope.view.recurrent;

import atlantafx.base.controls.ToggleSwitch;
import attentionscope.language.BuildsKeys;
import attentionscope.model.Recurrent;
import attentionscope.view.Choice;
import attentionscope.view.Flowing;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.Cut;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** What stands below the network, and how it is run: everything follows. */
@BuildsKeys("view.recurrent.below.")
final class Switches extends Flowing implements Part {

  private final Consumer<Intent> intents;
  private final Choice<RecurrentPanel> below;
  private final ToggleSwitch teacher = new ToggleSwitch();
  private final ToggleSwitch reversed = new ToggleSwitch();
  private final ToggleButton cut = new ToggleButton();

  private Knobs now = Knobs.MODEL;
  private boolean modelReversed;
  private boolean showing;

  Switches(Consumer<Intent> intents) {
    this.intents = intents;
    below = new Choice<>(panel -> intents.accept(new Intent.Below(panel)));
    getStyleClass().addAll("knobs", "flowing");
    setAlignment(Pos.CENTER_LEFT);
    teacher.selectedProperty().addListener((property, was, is) -> turn(now.withTeacher(is)));
    reversed
        .selectedProperty()
        .addListener((property, was, is) -> turn(now.withOtherEnd(is != modelReversed)));
    teacher.setMinWidth(USE_PREF_SIZE);
    reversed.setMinWidth(USE_PREF_SIZE);
    cut.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(below, teacher, reversed, cut);
  }

  @Override
  public void show(Shown shown) {
    showing = true;
    Workspace workspace = shown.workspace();
    now = workspace.knobs();
    below.show(
        Arrays.stream(RecurrentPanel.values())
            .map(
                panel ->
                    new Choice.Option<>(panel, shown.text("view.recurrent.below." + panel.key())))
            .toList(),
        Optional.of(workspace.look().recurrent()));
    teacher.setText(shown.text("view.recurrent.teacher"));
    teacher.setTooltip(new Tooltip(shown.text("view.recurrent.teacher.about")));
    teacher.setAccessibleText(teacher.getText());
    teacher.setSelected(now.teacher());
    there(teacher, shown.opened().answersItself());
    Optional<Recurrent> model =
        shown.opened().model() instanceof Recurrent recurrent
            ? Optional.of(recurrent)
            : Optional.empty();
    modelReversed = model.filter(Recurrent::readsReversed).isPresent();
    reversed.setText(shown.text("view.recurrent.reversed"));
    reversed.setTooltip(new Tooltip(shown.text("view.recurrent.reversed.about")));
    reversed.setAccessibleText(reversed.getText());
    reversed.setSelected(now.otherEnd() != modelReversed);
    there(reversed, model.isPresent());
    boolean isCut = Cut.isIn(workspace);
    cut.setText(shown.text("view.recurrent.cut"));
    cut.setTooltip(new Tooltip(shown.text("view.recurrent.cut.about")));
    cut.setSelected(isCut);
    cut.setOnAction(
        event -> {
          cut.setSelected(isCut);
          intents.accept(new Intent.Change(Cut.changes(workspace, !isCut)));
        });
    there(cut, !shown.trace().match(Cut.CHANGE.target()).isEmpty());
    there(below, model.isPresent());
    showing = false;
  }

  private static void there(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private void turn(Knobs knobs) {
    if (!showing && !knobs.equals(now)) {
      intents.accept(new Intent.Turn(knobs));
    }
  }

  Choice<RecurrentPanel> below() {
    return below;
  }

  ToggleSwitch teacher() {
    return teacher;
  }

  ToggleSwitch reversed() {
    return reversed;
  }

  ToggleButton cut() {
    return cut;
  }
}
