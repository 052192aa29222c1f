package attentionscope.model;

import attentionscope.nn.AttentionFeed;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.RecurrentDecoder;
import attentionscope.nn.RecurrentStack;
import java.util.Optional;

/**
 * The sizes and choices of a recurrent encoder-decoder.
 *
 * @param cell plain, GRU or LSTM, on both sides
 * @param layers of each side
 * @param embedding width of a token's vector
 * @param width d_h of one direction of the encoder; the decoder is as wide as all directions
 * @param bidirectional whether the encoder reads both ways
 * @param skip whether layers' inputs are added to their outputs, from the second on
 * @param reversed whether the encoder reads from the last token to the first (Sutskever et al.
 *     2014)
 * @param handsCell whether the decoder's cell states begin with the encoder's last ones, as the
 *     hidden states do; else with zeros (as in Saito, Deep Learning from Scratch 2)
 * @param peeky whether every step of the decoder reads the encoder's last hidden state
 * @param attention over the encoder's states
 * @param attentional width of tanh(W_c[c; h]) before the output projection (Luong et al. 2015)
 * @param feed which step reads what attention has found
 * @param sourceVocabulary how many tokens the source has
 * @param targetVocabulary how many tokens the target has
 */
public record Seq2SeqConfig(
    RecurrentCell cell,
    int layers,
    int embedding,
    int width,
    boolean bidirectional,
    boolean skip,
    boolean reversed,
    boolean handsCell,
    boolean peeky,
    Optional<RecurrentAttention> attention,
    Optional<Integer> attentional,
    AttentionFeed feed,
    int sourceVocabulary,
    int targetVocabulary) {

  /** The same, reading from the other end. */
  Seq2SeqConfig fromOtherEnd() {
    return new Seq2SeqConfig(
        cell,
        layers,
        embedding,
        width,
        bidirectional,
        skip,
        !reversed,
        handsCell,
        peeky,
        attention,
        attentional,
        feed,
        sourceVocabulary,
        targetVocabulary);
  }

  RecurrentStack encoder() {
    return new RecurrentStack(cell, layers, width, bidirectional, skip);
  }

  RecurrentDecoder decoder() {
    RecurrentStack stack = new RecurrentStack(cell, layers, encoder().output(), false, skip);
    return new RecurrentDecoder(stack, peeky, attention, attentional, feed);
  }
}
