package attentionscope.nn;

import attentionscope.trace.Node;
import java.util.Optional;

/**
 * What a recurrent layer hands from one step to the next.
 *
 * @param hidden B x d_h
 * @param cell B x d_h, of an LSTM
 */
public record RecurrentState(Node hidden, Optional<Node> cell) {}
