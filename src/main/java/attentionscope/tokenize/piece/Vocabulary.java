package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Pieces of text, each with its id. Ids that have no piece have the empty one. */
public final class Vocabulary {
  /** Twice as many as the largest vocabularies of the families that are opened have. */
  public static final int MOST = 1 << 19;

  private static final int LONGEST = 4_000;

  private final Map<String, Integer> ids;
  private final List<String> pieces;
  private final int longest;

  private Vocabulary(Map<String, Integer> ids, List<String> pieces) {
    this.ids = ids;
    this.pieces = pieces;
    longest = pieces.stream().mapToInt(String::length).max().orElse(0);
  }

  public OptionalInt id(String piece) {
    Integer id = ids.get(piece);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  public boolean has(String piece) {
    return ids.containsKey(piece);
  }

  /** The piece of an id, which may be beyond all. */
  public String piece(int id) {
    return id >= 0 && id < pieces.size() ? pieces.get(id) : "";
  }

  /** One more than the largest id. */
  public int size() {
    return pieces.size();
  }

  /** Letters of the longest piece. */
  public int longest() {
    return longest;
  }

  /** Collects pieces out of a file. */
  public static final class Builder {
    private final Object file;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> pieces = new ArrayList<>();

    /**
     * @param file for what is said
     */
    public Builder(Object file) {
      this.file = file;
    }

    /**
     * Adds a piece with the next id. Where a piece comes twice, its last id is found.
     *
     * @throws Problem if there are too many, or it is too long
     */
    public void add(String piece) throws Problem {
      check(piece, pieces.size());
      ids.put(piece, pieces.size());
      pieces.add(piece);
    }

    /**
     * Adds a piece with an id.
     *
     * @throws Problem if the id can't be one or is taken, or the piece is too long
     */
    public void add(String piece, long id) throws Problem {
      check(piece, id);
      int place = (int) id;
      if (place >= pieces.size()) {
        pieces.addAll(Collections.nCopies(place + 1 - pieces.size(), ""));
      }
      String taken = pieces.set(place, piece);
      if (!taken.isEmpty()) {
        throw new Problem("tokenize.problem.same-id", file, taken, piece, id);
      }
      ids.put(piece, place);
    }

    private void check(String piece, long id) throws Problem {
      if (id < 0 || id >= MOST) {
        throw new Problem("tokenize.problem.id", file, shortened(piece), id, MOST - 1);
      }
      if (piece.length() > LONGEST) {
        throw new Problem("tokenize.problem.long-piece", file, shortened(piece), LONGEST);
      }
    }

    private static String shortened(String piece) {
      return piece.length() > 40 ? piece.substring(0, 40) + "…" : piece;
    }

    /**
     * The vocabulary.
     *
     * @throws Problem if it has no piece
     */
    public Vocabulary done() throws Problem {
      if (pieces.isEmpty()) {
        throw new Problem("tokenize.problem.no-pieces", file);
      }
      return new Vocabulary(ids, pieces);
    }
  }
}
