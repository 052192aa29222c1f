package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.PieceModel.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * What becomes of letters that no piece stands for: the pieces of their bytes ({@code <0xE2>})
 * where the vocabulary has them, else the piece for the unknown, one for all that stand together or
 * one for each.
 */
public final class Unknown {
  private final List<Integer> bytes;
  private final OptionalInt id;
  private final boolean together;

  private Unknown(List<Integer> bytes, OptionalInt id, boolean together) {
    this.bytes = bytes;
    this.id = id;
    this.together = together;
  }

  /**
   * @param id of the piece for the unknown
   * @param together whether unknown letters that stand together are one piece
   * @param asBytes whether they are written as bytes where that is possible
   */
  public static Unknown of(
      Vocabulary vocabulary, OptionalInt id, boolean together, boolean asBytes) {
    List<Integer> bytes = new ArrayList<>();
    for (int value = 0; value < 256 && asBytes; value++) {
      vocabulary.id(name(value)).ifPresent(bytes::add);
    }
    return new Unknown(bytes.size() == 256 ? List.copyOf(bytes) : List.of(), id, together);
  }

  /** The piece of a byte, such as {@code <0xE2>}. */
  public static String name(int value) {
    return "<0x" + HexFormat.of().withUpperCase().toHexDigits((byte) value) + ">";
  }

  /** The byte that a piece names, if it names one. */
  public static OptionalInt value(String piece) {
    boolean named =
        piece.length() == 6
            && piece.startsWith("<0x")
            && piece.endsWith(">")
            && HexFormat.isHexDigit(piece.charAt(3))
            && HexFormat.isHexDigit(piece.charAt(4));
    return named ? OptionalInt.of(HexFormat.fromHexDigits(piece, 3, 5)) : OptionalInt.empty();
  }

  /**
   * Adds what stands for the unknown letters {@code begin} to {@code end} of a word.
   *
   * @throws Problem if nothing does
   */
  void add(String word, int begin, int end, List<Piece> pieces) throws Problem {
    if (!bytes.isEmpty()) {
      for (byte value : word.substring(begin, end).getBytes(StandardCharsets.UTF_8)) {
        pieces.add(new Piece(bytes.get(value & 0xFF), begin, end));
      }
      return;
    }
    int unknown =
        id.orElseThrow(
            () -> new Problem("tokenize.problem.unknown-letter", word.substring(begin, end)));
    boolean joins =
        together
            && !pieces.isEmpty()
            && pieces.getLast().id() == unknown
            && pieces.getLast().end() == begin;
    int first = joins ? pieces.removeLast().begin() : begin;
    pieces.add(new Piece(unknown, first, end));
  }
}
