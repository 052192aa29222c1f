package attentionscope.trace;

import attentionscope.files.Problem;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What every operation knows of itself: how to compute, how to explain what it computed, and how
 * its result changes with its inputs.
 */
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

  /**
   * Hands the gradient of the loss on: records how the gradient by each input follows from the
   * gradient by the node. An operation without inputs has nothing to do.
   *
   * @param node the node this operation made
   * @param gradient of the loss by that node, of its size
   * @param pass where shares of the inputs' gradients go
   * @throws Problem when a change by hand leaves it without a gradient
   */
  void backward(Node node, Node gradient, Backward pass) throws Problem;

  /** The changes by hand that are applied to what it computes, in their order. */
  default List<Intervention> changes() {
    return List.of();
  }
}
