package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Which neighbours become one, and which first. */
public sealed interface Merges {

  /**
   * A merge.
   *
   * @param cost the smallest comes first
   * @param id of what comes of it
   */
  record Merge(double cost, int id) {}

  Merge NEVER = new Merge(Double.POSITIVE_INFINITY, -1);

  /** What the pieces {@code left} and {@code right} become, which together read {@code both}. */
  Merge of(int left, int right, String both);

  /** Pairs in the order in which they were learned (Sennrich et al. 2016). */
  final class Pairs implements Merges {
    private static final int MOST = 1 << 20;

    private final Map<Long, Merge> merges = new HashMap<>();
    private final Object file;
    private final Vocabulary vocabulary;
    private final String goesOn;

    /**
     * @param file for what is said
     * @param goesOn what pieces begin with that go on with a word
     */
    public Pairs(Object file, Vocabulary vocabulary, String goesOn) {
      this.file = file;
      this.vocabulary = vocabulary;
      this.goesOn = goesOn;
    }

    /**
     * Adds the next pair.
     *
     * @throws Problem if a piece is not in the vocabulary, or what comes of the two; or if there
     *     are too many
     */
    public void add(String left, String right) throws Problem {
      if (merges.size() == MOST) {
        throw new Problem("tokenize.problem.many-merges", file, MOST);
      }
      String tail = right.startsWith(goesOn) ? right.substring(goesOn.length()) : right;
      Merge merge = new Merge(merges.size(), id(left + tail));
      merges.putIfAbsent(key(id(left), id(right)), merge);
    }

    private int id(String piece) throws Problem {
      OptionalInt id = vocabulary.id(piece);
      return id.orElseThrow(() -> new Problem("tokenize.problem.merge", file, piece));
    }

    private static long key(int left, int right) {
      return (long) left << 32 | right;
    }

    @Override
    public Merge of(int left, int right, String both) {
      return left < 0 || right < 0 ? NEVER : merges.getOrDefault(key(left, right), NEVER);
    }
  }

  /** Whatever is a piece together; the highest score first (SentencePiece). */
  final class Scores implements Merges {
    private final Vocabulary vocabulary;
    private final double[] scores;

    /**
     * @param scores of every id; −∞ for what is not found in a text
     */
    public Scores(Vocabulary vocabulary, double[] scores) {
      this.vocabulary = vocabulary;
      this.scores = scores.clone();
    }

    @Override
    public Merge of(int left, int right, String both) {
      OptionalInt id = vocabulary.id(both);
      return id.isEmpty() ? NEVER : new Merge(-scores[id.getAsInt()], id.getAsInt());
    }
  }
}
