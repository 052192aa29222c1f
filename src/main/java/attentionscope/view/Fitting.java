package attentionscope.view;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;

/** Shows something that is not wrapped, scaled down where there is less room than it takes. */
public final class Fitting extends StackPane {

  private final Node content;
  private final Scale scale = new Scale(1, 1);

  public Fitting(Node content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(new Group(content));
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    double wanted = content.prefWidth(-1);
    double by = wanted > room && room > 0 ? room / wanted : 1;
    if (by != scale.getX()) {
      scale.setX(by);
      scale.setY(by);
    }
    super.layoutChildren();
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width - snappedLeftInset() - snappedRightInset();
    double wanted = content.prefWidth(-1);
    double by = width > 0 && wanted > room && room > 0 ? room / wanted : 1;
    return content.prefHeight(-1) * by + snappedTopInset() + snappedBottomInset();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }
}
