package attentionscope.figure.positions;

import java.util.Locale;

/** How positions enter a sentence. */
enum SentenceWay {
  /** A code is added to the embeddings. */
  ADDED,
  /** Queries and keys are turned. */
  TURNED,
  /** A bias is added to the scores. */
  BIASED,
  NOTHING;

  /** Its word in keys of texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of what a matrix is called, the first being what goes in. */
  String term(int index) {
    return switch (this) {
      case ADDED ->
          index == 0
              ? "figure.positions.sentence.embedding"
              : index == 1 ? "figure.positions.sentence.code" : "figure.positions.sentence.input";
      case TURNED ->
          index == 0 ? "figure.positions.sentence.queries" : "figure.positions.sentence.turned";
      case BIASED ->
          index == 0
              ? "figure.positions.sentence.scores"
              : index == 1 ? "figure.positions.sentence.bias" : "figure.positions.sentence.biased";
      case NOTHING -> "figure.positions.sentence.embedding";
    };
  }

  /** What stands before a matrix. */
  String sign(int index, boolean last) {
    if (index == 0) {
      return "";
    }
    return !last ? "+" : this == TURNED ? "→" : "=";
  }
}
