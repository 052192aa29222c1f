package attentionscope.view.prose;

import java.util.Optional;
import java.util.Set;

/** A part of a line that cannot be broken, or the space between two. */
sealed interface Piece {

  /**
   * Letters without a space.
   *
   * @param styles classes of the style sheet
   */
  record Word(String text, Set<String> styles, Optional<Link> link) implements Piece {}

  /** A formula. */
  record Tex(String latex, Optional<Link> link) implements Piece {}

  /** Where a line may be broken. */
  record Space() implements Piece {}
}
