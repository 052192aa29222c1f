package attentionscope.trace;

/**
 * What an operation records its part of a backward pass with: each share of an input's gradient
 * becomes a matrix of the trace like any other, and the shares of all readers are added up.
 */
public interface Backward {

  /** Whether anything asks for the gradient by this input; a mask or token ids have none. */
  boolean wants(Node input);

  /**
   * A share of the gradient by an input, computed by an operation. Nothing is computed where the
   * gradient is not wanted.
   *
   * @param input what the gradient is by
   * @param op gives a matrix of the input's size
   * @param operands what it is computed of
   */
  void share(Node input, Op op, Node... operands);

  /**
   * A matrix that is itself the share of a part of the input.
   *
   * @param input what the gradient is by
   * @param gradient the share
   * @param row where the part begins in the input
   * @param column where the part begins in the input
   */
  void place(Node input, Node gradient, int row, int column);

  /**
   * A share of the gradient by a part of an input, as large as the node that is being gone through;
   * computed by an operation.
   *
   * @param input what the gradient is by
   * @param row where the part begins in the input
   * @param column where the part begins in the input
   * @param op gives a matrix of the node's size
   * @param operands what it is computed of
   */
  void sharePart(Node input, int row, int column, Op op, Node... operands);

  /** A matrix that is itself the share of the whole input. */
  default void pass(Node input, Node gradient) {
    place(input, gradient, 0, 0);
  }
}
