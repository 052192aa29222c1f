package attentionscope.figure.steps;

import attentionscope.figure.matrix.Cells;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/** A matrix as far as it is computed at a moment. */
record KnownCells(Node node, StepsTimeline timeline, Moment moment, Cells all) implements Cells {

  static KnownCells of(Node node, StepsTimeline timeline, Moment moment) {
    return new KnownCells(node, timeline, moment, Cells.of(node));
  }

  @Override
  public int rows() {
    return all.rows();
  }

  @Override
  public int columns() {
    return all.columns();
  }

  @Override
  public CellRef ref(int row, int column) {
    return all.ref(row, column);
  }

  @Override
  public float value(int row, int column) {
    return all.value(row, column);
  }

  @Override
  public boolean changed(int row, int column) {
    return all.changed(row, column);
  }

  @Override
  public State state(int row, int column) {
    return timeline.knows(moment, ref(row, column)) ? all.state(row, column) : State.EMPTY;
  }
}
