package attentionscope.view.lesson;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/**
 * A button as wide as it may be, with a text that wraps and may hold formulas. A plain button asks
 * its content how high it is when as narrow as can be, and is then far too high.
 */
final class OptionButton extends Button {

  private final Region content;

  OptionButton(Region content) {
    this.content = content;
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("question-option");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + content.prefHeight(Math.max(inner, 1)) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    for (Node child : getManagedChildren()) {
      if (child.equals(content)) {
        content.resizeRelocate(
            snappedLeftInset(),
            snappedTopInset(),
            getWidth() - snappedLeftInset() - snappedRightInset(),
            getHeight() - snappedTopInset() - snappedBottomInset());
      }
    }
  }
}
