package attentionscope.trace;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** What every operation knows of itself: how to compute, and how to explain what it computed. */
public interface Op {

  /** The operation's own word, as on screen and in texts: {@code softmax}. */
  String kind();

  /**
   * Computes a new matrix from the inputs, which are not changed.
   *
   * @param inputs in the order in which the operation was recorded
   */
  FMatrixRMaj forward(List<FMatrixRMaj> inputs);

  /**
   * Why a cell has its value. Evaluated in the order it is written, the expression gives the bits
   * that {@link #forward} stored.
   *
   * @param node the node this operation made
   * @param row of the node's value
   * @param column of the node's value
   */
  Expr explain(Node node, int row, int column);

  /**
   * Which cells of the node's value read one cell of one of its inputs.
   *
   * @param node the node this operation made
   * @param input which of the node's inputs
   * @param row of that input
   * @param column of that input
   * @return no more and no fewer cells than those whose explanation names the input's cell; empty
   *     where none does
   */
  List<Region> feeds(Node node, int input, int row, int column);

  /** The changes by hand that are applied to what it computes, in their order. */
  default List<Intervention> changes() {
    return List.of();
  }
}
