package attentionscope.view.transport;

import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;

/** How fast it plays. */
final class PaceButton extends MenuButton implements Part {

  private static final List<Double> PACES = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  PaceButton(Consumer<Intent> intents) {
    getStyleClass().add("pace");
    setMinWidth(USE_PREF_SIZE);
    for (double pace : PACES) {
      RadioMenuItem item = new RadioMenuItem(written(pace));
      item.setOnAction(event -> intents.accept(new Intent.Pace(pace)));
      getItems().add(item);
    }
  }

  @Override
  public void show(Shown shown) {
    double pace = shown.chrome().pace();
    Icons.name(this, shown.text("view.transport.pace"));
    setText(written(pace));
    for (int i = 0; i < PACES.size(); i++) {
      ((RadioMenuItem) getItems().get(i)).setSelected(PACES.get(i) == pace);
    }
  }

  private static String written(double pace) {
    boolean whole = pace == Math.rint(pace);
    return (whole ? Integer.toString((int) pace) : Double.toString(pace)) + "×";
  }
}
