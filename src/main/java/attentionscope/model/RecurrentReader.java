package attentionscope.model;

import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.RecurrentStack;
import java.util.Optional;

/**
 * The sizes and choices of a recurrent network that reads a sequence and says something about it.
 *
 * @param cell plain, GRU or LSTM
 * @param layers how many
 * @param embedding width of a token's vector
 * @param width d_h of one direction
 * @param bidirectional whether it reads both ways
 * @param skip whether layers' inputs are added to their outputs, from the second on
 * @param reversed whether it reads from the last token to the first
 * @param attention of a classifier: asks all states with the last one; without it, the last state
 *     alone is judged
 * @param vocabulary how many tokens it knows
 * @param classes how many things it can say
 */
public record RecurrentReader(
    RecurrentCell cell,
    int layers,
    int embedding,
    int width,
    boolean bidirectional,
    boolean skip,
    boolean reversed,
    Optional<RecurrentAttention> attention,
    int vocabulary,
    int classes) {

  /** The same, reading from the other end. */
  RecurrentReader fromOtherEnd() {
    return new RecurrentReader(
        cell,
        layers,
        embedding,
        width,
        bidirectional,
        skip,
        !reversed,
        attention,
        vocabulary,
        classes);
  }

  RecurrentStack stack() {
    return new RecurrentStack(cell, layers, width, bidirectional, skip);
  }
}
