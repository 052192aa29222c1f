package attentionscope.op;

import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;

/** An operation whose cells read the cells at the same place of their inputs, and no others. */
interface CellWise extends Op {

  @Override
  default List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.cell(node.id(), row, column));
  }
}
