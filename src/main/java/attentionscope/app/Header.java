package attentionscope.app;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The tokens, and at their right the switches of the view; below them where there is no room. */
final class Header extends Pane {

  /** Between the tokens and what stands below them. */
  private static final double BETWEEN = 6;

  /** Between them and what stands beside them. */
  private static final double APART = 14;

  private final Region tokens;
  private Optional<Node> controls = Optional.empty();

  Header(Region tokens) {
    this.tokens = tokens;
    getStyleClass().add("header");
    getChildren().add(tokens);
    setMinWidth(0);
    // What it says of a word may reach over the picture below.
    setViewOrder(-1);
  }

  void beside(Optional<Node> other) {
    controls = other;
    getChildren().setAll(tokens);
    controls.ifPresent(getChildren()::add);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean fits(double width) {
    return controls.isEmpty() || tokens.prefWidth(-1) + APART + wide() <= width;
  }

  private double wide() {
    return controls.map(node -> node.prefWidth(-1)).orElse(0.0);
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double room = (width > 0 ? width : getWidth()) - insets.getLeft() - insets.getRight();
    double right = controls.map(node -> node.prefHeight(Math.min(wide(), room))).orElse(0.0);
    double content =
        fits(room)
            ? Math.max(tokens.prefHeight(room - wide() - APART), right)
            : tokens.prefHeight(room) + (right > 0 ? BETWEEN : 0) + right;
    return content + insets.getTop() + insets.getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return tokens.prefWidth(-1) + wide();
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double left = insets.getLeft();
    double top = insets.getTop();
    double width = getWidth() - left - insets.getRight();
    boolean beside = fits(width);
    double tokenWidth = beside && controls.isPresent() ? width - wide() - APART : width;
    double tokenHeight = tokens.prefHeight(tokenWidth);
    tokens.resizeRelocate(left, top, tokenWidth, tokenHeight);
    controls.ifPresent(
        node -> {
          double wide = Math.min(wide(), width);
          double height = node.prefHeight(wide);
          double x = beside ? left + width - wide : left;
          double y = beside ? top : top + tokenHeight + BETWEEN;
          node.resizeRelocate(x, y, wide, height);
        });
  }
}
