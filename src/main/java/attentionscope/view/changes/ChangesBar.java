package attentionscope.view.changes;

import attentionscope.language.Numbers;
import attentionscope.trace.Intervention;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** What was changed by hand; a press takes a change back. */
public final class ChangesBar extends FlowPane implements Part {

  private final Consumer<Intent> intents;
  private final Label name = new Label();

  public ChangesBar(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("changes-bar");
    name.getStyleClass().add("caption");
  }

  @Override
  public void show(Shown shown) {
    List<Intervention> changes = shown.workspace().interventions();
    setVisible(!changes.isEmpty());
    setManaged(!changes.isEmpty());
    name.setText(shown.text("view.changes.title"));
    List<Node> chips = new ArrayList<>(List.of(name));
    for (Intervention change : changes) {
      Button chip = Icons.on(new Button(text(change, shown)), Feather.X);
      chip.setContentDisplay(ContentDisplay.RIGHT);
      chip.getStyleClass().add("change");
      chip.setAccessibleText(shown.text("view.changes.take-back", chip.getText()));
      chip.setOnAction(
          event -> {
            List<Intervention> others = new ArrayList<>(changes);
            others.remove(change);
            intents.accept(new Intent.Change(others));
          });
      chips.add(chip);
    }
    getChildren().setAll(chips);
  }

  private static String text(Intervention change, Shown shown) {
    return switch (change) {
      case Intervention.SetCell set -> set.cell() + " = " + Numbers.prose(set.value());
      case Intervention.Replace replace -> shown.text("view.changes.replaced", replace.target());
      case Intervention.Zero zero -> zero.target() + " = 0";
      case Intervention.Off off -> shown.text("view.changes.off", off.target());
    };
  }
}
