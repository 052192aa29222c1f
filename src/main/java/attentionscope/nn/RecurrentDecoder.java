package attentionscope.nn;

import java.util.Optional;

/**
 * How a recurrent decoder is made.
 *
 * @param stack its layers, of one direction
 * @param peeky whether the encoder's last hidden state is put before the input of every step and
 *     before the input of the output projection (Cho et al. 2014; Saito, Deep Learning from Scratch
 *     2, section 7.4)
 * @param attention over the encoder's states; its context is put before the hidden state for the
 *     output projection
 * @param attentional width of tanh(W_c[c; h]), which then is the output (Luong et al. 2015,
 *     equation 5); empty leaves it out
 * @param feed which step reads the attention's output ({@code attentional}, or the context where
 *     there is none) or its context
 */
public record RecurrentDecoder(
    RecurrentStack stack,
    boolean peeky,
    Optional<RecurrentAttention> attention,
    Optional<Integer> attentional,
    AttentionFeed feed) {

  public RecurrentDecoder {
    if (stack.bidirectional()) {
      throw new IllegalArgumentException("a decoder can't read what it has not written");
    }
    if (feed != AttentionFeed.NOTHING && attention.isEmpty()) {
      throw new IllegalArgumentException("without attention there is nothing to feed");
    }
  }

  /** Whether a step needs what the one before has made. */
  public boolean isStepwise() {
    return feed != AttentionFeed.NOTHING;
  }
}
