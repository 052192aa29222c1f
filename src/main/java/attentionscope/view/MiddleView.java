package attentionscope.view;

import attentionscope.figure.Target;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/** What stands in the middle of the window: one of the views. */
public interface MiddleView extends Part {

  /** Which one it is. */
  View view();

  /** Its sign on the rail. */
  Ikon icon();

  /** How wide it has to be to be good, in pixels. */
  double wants();

  /** The view itself. */
  Node node();

  /** Switches of the view, to stand beside the tokens. */
  Optional<Node> controls();

  /**
   * Whether the pointer holds something in it. What stands around it then keeps its place, or it
   * would slip away under the pointer.
   */
  default boolean held() {
    return false;
  }

  /** The key of what is said below it while the pointer is over nothing. */
  default String hint() {
    return "view.readout.hint";
  }

  /** What gets the keyboard when the view is gone to. */
  Node first();

  /** Outlines what a text points at. */
  void point(List<Region> regions);

  /** A part of its figure that is no matrix was pressed; most figures have none. */
  default void pressed(Target.Control control) {}

  /** The control of this view that lessons call by this name. */
  Optional<Node> find(Control control);
}
