package attentionscope.view.shapes;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A letter with a small, low one after it: W_Q. */
final class Subscript extends HBox {

  Subscript(String letter, String index) {
    Label small = new Label(index);
    small.getStyleClass().add("subscript");
    small.setTranslateY(3);
    setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(new Label(letter), small);
  }
}
