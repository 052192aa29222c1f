package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;

/** Fills live numbers into formulas. */
final class Filled {
  private Filled() {}

  /**
   * The TeX of a formula with its numbers.
   *
   * @throws Problem if the run has no such number
   */
  static String tex(Piece.Formula formula, Runs runs) throws Problem {
    StringBuilder tex = new StringBuilder();
    for (Piece.Tex part : formula.parts()) {
      tex.append(
          switch (part) {
            case Piece.Tex.Plain(String text) -> text;
            case Piece.Tex.Filled(Live live) -> tex(live.show(runs));
          });
    }
    return tex.toString().strip();
  }

  /** As {@link #tex(Piece.Formula, Runs)}, with a dash for every number the run does not have. */
  static String texOrNothing(Piece.Formula formula, Runs runs) {
    try {
      return tex(formula, runs);
    } catch (Problem missing) {
      return "\\text{" + Live.NOTHING + "}";
    }
  }

  /** A number or a word as TeX writes it. */
  private static String tex(String shown) {
    if (shown.matches("[−-]?[0-9.]+(e[−-]?\\d+)?|[−-]?∞")) {
      return shown.replace("−", "-").replace("∞", "\\infty ");
    }
    return "\\text{" + shown.replaceAll("[\\\\{}$%#&_^~]", " ") + "}";
  }
}
