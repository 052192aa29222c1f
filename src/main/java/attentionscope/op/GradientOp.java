package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Node;
import attentionscope.trace.Op;

/** An operation that only backward passes record. Gradients of gradients are not computed. */
public interface GradientOp extends Op {

  @Override
  default void backward(Node node, Node gradient, Backward pass) {
    throw new UnsupportedOperationException("no gradient of the gradient " + node.id());
  }
}
