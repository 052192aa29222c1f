package attentionscope.checkpoint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * The part {@code recurrent} of a {@code config.json}. What is left out is one layer of one
 * direction without any addition.
 *
 * @param cell what a step does
 * @param width d_h of one direction; d_model where it is left out
 * @param handsCell of {@code seq2seq}, as {@code peeky}, {@code attentional} and {@code feed}:
 *     whether the decoder's cell states begin with the encoder's last ones; they do unless said
 *     otherwise
 */
record RecurrentForm(
    Cell cell,
    Optional<Integer> layers,
    Optional<Integer> width,
    Optional<Boolean> bidirectional,
    Optional<Boolean> skip,
    Optional<Boolean> reversed,
    Optional<Boolean> handsCell,
    Optional<Boolean> peeky,
    Optional<Integer> attentional,
    Optional<Feed> feed,
    Optional<Attention> attention) {

  enum Cell {
    @JsonProperty("rnn")
    RNN,
    @JsonProperty("gru")
    GRU,
    @JsonProperty("lstm")
    LSTM
  }

  /** Which step reads what attention has found. */
  enum Feed {
    @JsonProperty("nothing")
    NOTHING,
    @JsonProperty("next-step")
    NEXT_STEP,
    @JsonProperty("own-step")
    OWN_STEP
  }

  /**
   * Attention over the encoder's states.
   *
   * @param width of the scores that project queries and keys; the state's where it is left out
   * @param reach of a window
   * @param seed of draws
   */
  record Attention(
      Score score,
      Optional<Integer> width,
      Optional<Window> window,
      Optional<Integer> reach,
      Optional<Choice> choice,
      Optional<Long> seed) {}

  enum Score {
    @JsonProperty("dot")
    DOT,
    @JsonProperty("scaled-dot")
    SCALED_DOT,
    @JsonProperty("general")
    GENERAL,
    @JsonProperty("additive")
    ADDITIVE,
    @JsonProperty("concat")
    CONCAT
  }

  enum Window {
    @JsonProperty("global")
    GLOBAL,
    @JsonProperty("monotonic")
    MONOTONIC,
    @JsonProperty("predicted")
    PREDICTED
  }

  enum Choice {
    @JsonProperty("soft")
    SOFT,
    @JsonProperty("largest")
    LARGEST,
    @JsonProperty("drawn")
    DRAWN
  }
}
