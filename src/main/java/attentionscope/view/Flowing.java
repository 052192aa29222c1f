package attentionscope.view;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/**
 * Controls beside each other that go on in the next line where there is no room. It asks for one
 * line; a {@link FlowPane} asks for a length that it is given.
 */
public class Flowing extends FlowPane {

  @Override
  protected double computePrefWidth(double height) {
    double width = snappedLeftInset() + snappedRightInset();
    boolean first = true;
    for (Node child : getManagedChildren()) {
      width += (first ? 0 : getHgap()) + snapSizeX(child.prefWidth(-1));
      first = false;
    }
    return width;
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? computePrefWidth(-1) : width);
  }
}
