package attentionscope.figure.steps;

import attentionscope.analysis.Masked;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.steps.HeadNodes.Link;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/**
 * The scores as they are at a moment: each cell is as far as the calculation has come with it, from
 * QKᵀ over ÷ √d_k to the mask.
 */
record ScoreCells(StepsTimeline timeline, Moment moment) implements Cells {

  @Override
  public int rows() {
    return timeline.head().queries();
  }

  @Override
  public int columns() {
    return timeline.head().keys();
  }

  @Override
  public CellRef ref(int row, int column) {
    return node(row, column).ref(row, column);
  }

  @Override
  public float value(int row, int column) {
    return node(row, column).at(row, column);
  }

  @Override
  public boolean changed(int row, int column) {
    return node(row, column).isSet(row, column);
  }

  @Override
  public State state(int row, int column) {
    Node node = node(row, column);
    if (!timeline.knows(moment, node.ref(row, column))) {
      return State.EMPTY;
    }
    return Masked.at(node, row, column) ? State.MASKED : State.SHOWN;
  }

  /** The matrix that a cell's value is from. */
  Node node(int row, int column) {
    for (Link link : timeline.head().links().reversed()) {
      if (link.active() && timeline.knows(moment, link.node().ref(row, column))) {
        return link.node();
      }
    }
    return timeline.head().scores();
  }
}
