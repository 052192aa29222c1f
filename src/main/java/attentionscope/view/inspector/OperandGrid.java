package attentionscope.view.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;

/** Lines of operands. Where there is little room it does without some; the formula has them. */
final class OperandGrid extends GridPane {

  private final List<Node> spared = new ArrayList<>();
  private boolean all = true;
  private double wide;

  OperandGrid() {
    getStyleClass().add("operands");
    setMinWidth(0);
  }

  /** Marks a node as one to do without. */
  <N extends Node> N spare(N node) {
    spared.add(node);
    return node;
  }

  /** Lines are as high with as without them, so only their width has to be thought of. */
  @Override
  protected void layoutChildren() {
    if (all) {
      wide = super.computePrefWidth(-1);
    }
    boolean fits = wide <= getWidth();
    if (fits != all) {
      all = fits;
      for (Node node : spared) {
        node.setVisible(all);
        node.setManaged(all);
      }
    }
    super.layoutChildren();
  }
}
