package attentionscope.checkpoint.family;

import attentionscope.model.Body;
import attentionscope.model.Head;
import attentionscope.model.OutputLayer;
import attentionscope.model.Placing;
import attentionscope.model.Reader;
import attentionscope.nn.Embedding;
import attentionscope.nn.Entrance;
import attentionscope.nn.Stack;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What models of one stack have in common. */
final class Decoder {

  static final TensorId SOURCE = TensorId.of("source");
  static final String TABLE = "source.embedding.weight";

  private Decoder() {}

  static Embedding words(int vocabulary, int width) {
    return new Embedding(TensorId.of(TABLE), vocabulary, width, false);
  }

  /**
   * A stack in which a token sees what came before it.
   *
   * @param movable whether positions may be given with the tokens
   */
  static Body body(Entrance entrance, Placing placing, boolean movable, Stack stack) {
    return body(entrance, placing, movable, OptionalInt.empty(), stack);
  }

  /** The same with a window: how many tokens a token sees, itself among them. */
  static Body body(
      Entrance entrance, Placing placing, boolean movable, OptionalInt window, Stack stack) {
    Reader.Sees sees = new Reader.Sees(true, window);
    TensorId id = TensorId.of("decoder");
    return new Body.OneStack(new Reader(SOURCE, id, entrance, placing, movable, true, sees, stack));
  }

  /** A projection onto the vocabulary, {@code logits.weight} where it is not the table's. */
  static Head head(Embedding words, boolean tied, boolean bias) {
    return new Head(
        new OutputLayer(
            words.vocabulary(), List.of(), tied ? Optional.of(words) : Optional.empty(), bias));
  }
}
