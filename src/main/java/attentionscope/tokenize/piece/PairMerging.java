package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.Merges.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding: a word begins as its characters; of all neighbours that may become one, the
 * cheapest do, from left to right, until none may (Sennrich et al. 2016, section 3.2).
 */
public final class PairMerging implements PieceModel {
  private final Vocabulary vocabulary;
  private final Merges merges;
  private final Unknown unknown;
  private final Signs signs;
  private final boolean wholeFirst;

  /**
   * What is written on the characters of a word before they are looked up.
   *
   * @param goesOn before every one but the first, such as {@code ##}
   * @param ends behind the last, such as {@code </w>}
   */
  public record Signs(String goesOn, String ends) {
    public static final Signs NONE = new Signs("", "");
  }

  /**
   * @param wholeFirst whether a word that is a piece stays whole, whatever the merges say
   */
  public PairMerging(
      Vocabulary vocabulary, Merges merges, Unknown unknown, Signs signs, boolean wholeFirst) {
    this.vocabulary = vocabulary;
    this.merges = merges;
    this.unknown = unknown;
    this.signs = signs;
    this.wholeFirst = wholeFirst;
  }

  @Override
  public List<Piece> pieces(String word) throws Problem {
    OptionalInt whole = wholeFirst ? vocabulary.id(word) : OptionalInt.empty();
    if (whole.isPresent()) {
      return List.of(new Piece(whole.getAsInt(), 0, word.length()));
    }
    Chain chain = new Chain(word);
    chain.mergeAll();
    List<Piece> pieces = new ArrayList<>();
    for (int at = 0; at < chain.count; at++) {
      if (chain.end[at] > chain.begin[at]) {
        if (chain.id[at] < 0) {
          unknown.add(word, chain.begin[at], chain.end[at], pieces);
        } else {
          pieces.add(new Piece(chain.id[at], chain.begin[at], chain.end[at]));
        }
      }
    }
    return pieces;
  }

  /** Neighbours that may become one, and how many letters they had when that was found. */
  private record Candidate(Merge merge, int left, int right, int letters) {}

  /** The pieces of a word, linked; a piece that was taken in by its neighbour has no letters. */
  private final class Chain {
    final String word;
    final int count;
    final int[] begin;
    final int[] end;
    final int[] id;
    final int[] next;
    final int[] before;
    final PriorityQueue<Candidate> candidates =
        new PriorityQueue<>(
            Comparator.<Candidate>comparingDouble(candidate -> candidate.merge.cost())
                .thenComparingInt(Candidate::left));

    Chain(String word) {
      this.word = word;
      count = word.codePointCount(0, word.length());
      begin = new int[count];
      end = new int[count];
      id = new int[count];
      next = new int[count];
      before = new int[count];
      int letter = 0;
      for (int at = 0; at < count; at++) {
        begin[at] = letter;
        letter = word.offsetByCodePoints(letter, 1);
        end[at] = letter;
        String character = word.substring(begin[at], end[at]);
        id[at] =
            vocabulary
                .id(
                    (at > 0 ? signs.goesOn() : "")
                        + character
                        + (at == count - 1 ? signs.ends() : ""))
                .orElse(-1);
        next[at] = at + 1;
        before[at] = at - 1;
      }
    }

    void mergeAll() {
      for (int at = 0; at + 1 < count; at++) {
        propose(at, at + 1);
      }
      while (!candidates.isEmpty()) {
        Candidate first = candidates.remove();
        int left = first.left;
        int right = first.right;
        boolean stands =
            end[left] > begin[left]
                && end[right] > begin[right]
                && end[right] - begin[left] == first.letters;
        if (stands) {
          end[left] = end[right];
          begin[right] = end[right];
          id[left] = first.merge.id();
          next[left] = next[right];
          if (next[left] < count) {
            before[next[left]] = left;
            propose(left, next[left]);
          }
          if (before[left] >= 0) {
            propose(before[left], left);
          }
        }
      }
    }

    private void propose(int left, int right) {
      int letters = end[right] - begin[left];
      boolean possible = letters <= vocabulary.longest();
      Merge merge =
          possible
              ? merges.of(id[left], id[right], word.substring(begin[left], end[right]))
              : Merges.NEVER;
      if (merge.id() >= 0 && merge.cost() < Double.POSITIVE_INFINITY) {
        candidates.add(new Candidate(merge, left, right, letters));
      }
    }
  }
}
