package attentionscope.view.train;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A number of a plan, to be typed over. Enter, or leaving it, asks for it. */
final class PlanField extends HBox {

  private final Label name = new Label();
  private final TextField field = new TextField();
  private final Consumer<String> typed;
  private String shown = "";

  PlanField(Consumer<String> typed) {
    this.typed = typed;
    getStyleClass().add("plan-field");
    setAlignment(Pos.CENTER_LEFT);
    name.setLabelFor(field);
    name.setMinWidth(USE_PREF_SIZE);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (was) {
                commit();
              }
            });
    getChildren().addAll(name, between, field);
  }

  private void commit() {
    String text = field.getText().strip();
    if (!text.equals(shown)) {
      // until it is accepted, what counts is what was there
      field.setText(shown);
      typed.accept(text);
    }
  }

  /**
   * @param none stands in its place where there is no value
   */
  void show(String says, String value, String none) {
    field.setPromptText(none);
    name.setText(says);
    field.setAccessibleText(says);
    if (!value.equals(shown) || !field.isFocused()) {
      shown = value;
      field.setText(value);
    }
  }

  TextField field() {
    return field;
  }
}
