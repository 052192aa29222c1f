package attentionscope.view.inspector;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A small headline and what stands under it. */
final class Section extends VBox {

  Section(String title, Node... content) {
    Label caption = new Label(title);
    caption.getStyleClass().add("caption");
    getStyleClass().add("section");
    getChildren().add(caption);
    getChildren().addAll(content);
  }
}
