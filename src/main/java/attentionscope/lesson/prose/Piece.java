package attentionscope.lesson.prose;

import java.util.List;

/** What is taken out of a text before Markdown is read: signs there mean something else. */
sealed interface Piece {

  /** Of the file, from 1. */
  int line();

  record OfRun(int line, Live live) implements Piece {}

  /**
   * A formula.
   *
   * @param display on a line of its own
   * @param parts TeX, and live numbers in between
   */
  record Formula(int line, boolean display, List<Tex> parts) implements Piece {}

  /** A part of a formula. */
  sealed interface Tex {

    record Plain(String text) implements Tex {}

    record Filled(Live live) implements Tex {}
  }
}
