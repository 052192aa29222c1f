package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The card that says what a moment does: a sentence, the sizes of its product, what that takes. */
final class Card {

  private static final double PADDING = 10;
  private static final Type SENTENCE = Type.ui(13.5).weight(Type.Weight.MEDIUM);
  private static final Type SIZES = Type.ui(14).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(12);
  private static final double LINE = 18;
  private static final double BETWEEN = 18;

  private Card() {}

  /**
   * What a card says.
   *
   * @param place the moment among all: {@code 7 / 13}
   * @param sentence in words
   * @param product its sizes, where the moment multiplies
   * @param verdict whether inner sizes meet
   * @param brief the same where there is little room
   * @param good whether they do
   * @param counts what it takes
   */
  record Content(
      String place,
      String sentence,
      Optional<SizeCheck> product,
      String verdict,
      String brief,
      boolean good,
      List<String> counts) {}

  /** How high a card must be in a figure to say it all. */
  static double height(Content content, Frame frame) {
    double width = frame.width() - 2 * ShapesLayout.MARGIN - 2 * PADDING;
    int sentence = sentence(content, width, frame.measure()).size();
    int lines = flow(content, width, frame.measure()).size();
    return 2 * PADDING + sentence * LINE + lines * (LINE + 1) + 6;
  }

  private static List<String> sentence(Content content, double width, TextMeasure measure) {
    double place = measure.width(content.place(), SMALL);
    return Wrap.lines(content.sentence(), SENTENCE, width - place - 14, 3, measure);
  }

  static void draw(Drawing drawing, Content content, Rect rect) {
    drawing.panel(rect, 10, Ink.SURFACE, content.good() ? Ink.LINE : Ink.BAD);
    Rect inner = rect.inset(PADDING);
    TextMeasure measure = drawing.measure();
    drawing.text(inner.right(), inner.y() + 11, content.place(), SMALL, Ink.FAINT, Align.END);
    List<String> lines = sentence(content, inner.width(), measure);
    double y = inner.y() + 12;
    for (String line : lines) {
      Rich.draw(drawing, inner.x(), y, line, SENTENCE, Ink.TEXT);
      y += LINE;
    }
    // what is left stands in the middle of what is left over
    List<List<Piece>> flow = flow(content, inner.width(), measure);
    double spare = inner.bottom() + 4 - (y - 12 + flow.size() * LINE);
    y += Math.clamp(spare / 2, 2, 8);
    for (List<Piece> line : flow) {
      double x = inner.x();
      for (Piece piece : line) {
        piece.draw(drawing, x, y, content.good());
        x += piece.width(measure) + BETWEEN;
      }
      y += LINE + 1;
    }
  }

  /** The equation, or a text. */
  private record Piece(Optional<SizeCheck> check, String text, boolean verdict) {

    double width(TextMeasure measure) {
      return check
          .map(sizes -> measure.width(written(sizes), SIZES))
          .orElseGet(() -> Rich.width(text, type(), measure));
    }

    void draw(Drawing drawing, double x, double y, boolean good) {
      if (check.isPresent()) {
        equation(drawing, check.get(), x, y, good);
      } else {
        Ink ink = verdict ? (good ? Ink.ACCENT : Ink.BAD) : Ink.SOFT;
        Rich.draw(drawing, x, y, text, type(), ink);
      }
    }

    private Type type() {
      return verdict ? SMALL.weight(Type.Weight.MEDIUM) : SMALL;
    }

    private static String written(SizeCheck check) {
      String result = check.result().map(MatrixSize::toString).orElse("?");
      return "(" + check.left() + ") · (" + check.right() + ") = " + result;
    }
  }

  /** Pieces beside each other as far as there is room. */
  private static List<List<Piece>> flow(Content content, double width, TextMeasure measure) {
    List<Piece> pieces = new ArrayList<>();
    if (content.product().isPresent()) {
      Piece equation = new Piece(content.product(), "", false);
      Piece verdict = new Piece(Optional.empty(), content.verdict(), true);
      double both = equation.width(measure) + BETWEEN + verdict.width(measure);
      pieces.add(equation);
      pieces.add(both <= width ? verdict : new Piece(Optional.empty(), content.brief(), true));
    }
    content.counts().forEach(text -> pieces.add(new Piece(Optional.empty(), text, false)));
    List<List<Piece>> lines = new ArrayList<>();
    double left = 0;
    for (Piece piece : pieces) {
      double wide = piece.width(measure);
      if (lines.isEmpty() || wide > left) {
        lines.add(new ArrayList<>());
        left = width;
      }
      lines.getLast().add(piece);
      left -= wide + BETWEEN;
    }
    return lines;
  }

  /** {@code (3 × 4) · (4 × 2) = 3 × 2}, the inner sizes marked; answers where it ends. */
  static double equation(Drawing drawing, SizeCheck check, double x, double y, boolean good) {
    Ink mark = good ? Ink.ACCENT : Ink.BAD;
    double at = piece(drawing, x, y, "(" + check.left().rows() + " × ", Ink.TEXT);
    at = marked(drawing, at, y, check.left().columns(), mark);
    at = piece(drawing, at, y, ") · (", Ink.TEXT);
    at = marked(drawing, at, y, check.right().rows(), mark);
    at = piece(drawing, at, y, " × " + check.right().columns() + ")", Ink.TEXT);
    String result = check.result().map(size -> " = " + size).orElse(" = ?");
    return piece(drawing, at, y, result, good ? Ink.TEXT : Ink.BAD);
  }

  private static double piece(Drawing drawing, double x, double y, String text, Ink ink) {
    drawing.text(x, y, text, SIZES, ink, Align.START);
    return x + drawing.measure().width(text, SIZES);
  }

  private static double marked(Drawing drawing, double x, double y, int number, Ink ink) {
    double end = piece(drawing, x, y, Integer.toString(number), ink);
    drawing.line(x, y + 3.5, end, y + 3.5, Stroke.of(ink, 1.5));
    return end;
  }
}
