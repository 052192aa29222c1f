package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * The pieces of the largest sum of scores, which are logarithms of probabilities (Kudo 2018,
 * "Subword regularization", section 3.2), found by Viterbi's algorithm. A letter that no piece
 * stands for costs {@value #PENALTY} more than the least likely piece.
 */
public final class Unigram implements PieceModel {
  private static final double PENALTY = 10;

  private final Vocabulary vocabulary;
  private final double[] scores;
  private final BitSet spoken;
  private final Unknown unknown;
  private final double unknownScore;

  /**
   * @param scores of every id
   * @param spoken the ids that may be found in a text
   * @param unknown what becomes of other letters
   */
  public Unigram(Vocabulary vocabulary, double[] scores, BitSet spoken, Unknown unknown) {
    this.vocabulary = vocabulary;
    this.scores = scores.clone();
    this.spoken = (BitSet) spoken.clone();
    this.unknown = unknown;
    unknownScore = spoken.stream().mapToDouble(id -> scores[id]).min().orElse(0) - PENALTY;
  }

  @Override
  public List<Piece> pieces(String word) throws Problem {
    int length = word.length();
    double[] best = new double[length + 1];
    int[] begin = new int[length + 1];
    int[] ids = new int[length + 1];
    Arrays.fill(begin, -1);
    for (int at = 0; at < length; at = word.offsetByCodePoints(at, 1)) {
      int single = word.offsetByCodePoints(at, 1);
      boolean known = false;
      int last = Math.min(length, at + vocabulary.longest());
      for (int end = single; end <= last; end++) {
        OptionalInt id = vocabulary.id(word.substring(at, end));
        if (id.isPresent() && spoken.get(id.getAsInt())) {
          reach(best, begin, ids, at, end, best[at] + scores[id.getAsInt()], id.getAsInt());
          known |= end == single;
        }
      }
      if (!known) {
        reach(best, begin, ids, at, single, best[at] + unknownScore, -1);
      }
    }
    return path(word, begin, ids);
  }

  private static void reach(
      double[] best, int[] begin, int[] ids, int at, int end, double score, int id) {
    if (begin[end] < 0 || score > best[end]) {
      best[end] = score;
      begin[end] = at;
      ids[end] = id;
    }
  }

  private List<Piece> path(String word, int[] begin, int[] ids) throws Problem {
    List<Integer> ends = new ArrayList<>();
    for (int end = word.length(); end > 0; end = begin[end]) {
      ends.add(end);
    }
    List<Piece> pieces = new ArrayList<>();
    for (int end : ends.reversed()) {
      if (ids[end] < 0) {
        unknown.add(word, begin[end], end, pieces);
      } else {
        pieces.add(new Piece(ids[end], begin[end], end));
      }
    }
    return pieces;
  }
}
