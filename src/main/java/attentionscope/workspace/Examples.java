package attentionscope.workspace;

import attentionscope.checkpoint.family.Facts;
import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to begin with, for a model that brings no example of its own.
 *
 * @param facts of the model
 * @param source reads what it reads
 * @param target reads what its decoder reads
 */
record Examples(Facts facts, Tokenizer source, Optional<Tokenizer> target) {

  private static final List<String> TEXTS =
      List.of(
          "Once upon a time, there was a little girl who liked to play outside.",
          "September 27, 1994",
          "september 27, 1994",
          "abc",
          "محمد");

  /** How many ids there are where there are no words. */
  private static final int IDS = 8;

  Typed typed() {
    if (source instanceof TokenIds) {
      return new Typed(TokenIds.typed(ids(facts.vocabulary(), 0)), beginning());
    }
    for (String text : TEXTS) {
      if (isKnown(text)) {
        return new Typed(text, beginning());
      }
    }
    return new Typed(TokenIds.typed(ids(facts.vocabulary(), 0)), beginning());
  }

  /** A decoder begins with its start token, which is put before what is typed as text. */
  private String beginning() {
    if (target.isEmpty() || !(target.get() instanceof TokenIds)) {
      return "";
    }
    int vocabulary = facts.targetVocabulary().orElse(facts.vocabulary());
    List<Integer> ids = new ArrayList<>(List.of(ModelCard.start(facts.special())));
    ids.addAll(ids(vocabulary, 4).subList(0, IDS / 2));
    return TokenIds.typed(ids);
  }

  private static List<Integer> ids(int vocabulary, int first) {
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < IDS; i++) {
      ids.add((first + i) % Math.max(1, vocabulary));
    }
    return ids;
  }

  /** Whether a text has more than one token, and none of them is the unknown one. */
  private boolean isKnown(String text) {
    try {
      List<Tokenizer.Token> tokens = source.encode(text);
      return tokens.size() > 1
          && tokens.stream()
              .noneMatch(token -> token.label().toLowerCase(Locale.ROOT).contains("unk"));
    } catch (Problem unknown) {
      return false;
    }
  }
}
