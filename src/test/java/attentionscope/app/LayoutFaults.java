package attentionscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;

/** What may be wrong with any window that is laid out, whatever it shows. */
final class LayoutFaults {

  private LayoutFaults() {}

  /** Words cut off, controls without a name, parts not laid out or outside of the window. */
  static List<String> of(Scene scene) {
    // what settles is no fault: a picture now and then comes between two passes
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<String> found = new ArrayList<>();
    for (Node node : TestWindow.all(scene.getRoot())) {
      if (isCutOff(node)) {
        found.add("cut off: " + node);
      }
      if (isNameless(node)) {
        found.add("without a name: " + node);
      }
      if (node instanceof Parent parent && parent.isNeedsLayout()) {
        found.add("not laid out: " + node);
      }
      if (isOutside(node, scene)) {
        found.add("outside of the window: " + node);
      }
    }
    return found;
  }

  private static boolean isCutOff(Node node) {
    return node instanceof Labeled labeled && isItsOwn(node) && labeled.isTextTruncated();
  }

  /** Whether the keyboard reaches it and a reader of the screen would have nothing to say. */
  private static boolean isNameless(Node node) {
    boolean bar = node instanceof ScrollBar || node instanceof ScrollPane;
    String own = Objects.toString(node.getAccessibleText(), "");
    String text = Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    return node.isFocusTraversable() && isItsOwn(node) && !bar && (own + text).isBlank();
  }

  /** What can be scrolled to is inside; scrolling goes up and down only. */
  private static boolean isOutside(Node node, Scene scene) {
    if (!(node instanceof Control) || !isItsOwn(node)) {
      return false;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Optional<Bounds> pane = scrolledIn(node);
    double left = pane.map(Bounds::getMinX).orElse(0.0);
    double right = pane.map(Bounds::getMaxX).orElse(scene.getWidth());
    boolean across = bounds.getMinX() >= left - 1 && bounds.getMaxX() <= right + 1;
    boolean down = bounds.getMinY() >= -1 && bounds.getMaxY() <= scene.getHeight() + 1;
    return !across || (pane.isEmpty() && !down);
  }

  /** The text inside of a control is the control's. */
  private static boolean isItsOwn(Node node) {
    return !(node instanceof Label && node.getParent() instanceof Control);
  }

  private static Optional<Bounds> scrolledIn(Node node) {
    for (Node one = node.getParent(); one != null; one = one.getParent()) {
      if (one instanceof ScrollPane pane) {
        return Optional.of(pane.localToScene(pane.getLayoutBounds()));
      }
    }
    return Optional.empty();
  }
}
