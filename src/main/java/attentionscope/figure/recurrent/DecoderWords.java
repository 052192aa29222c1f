package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the decoder's steps read and say, and below it the answer as a whole. A word that is wrong
 * is red and underlined; one of which nobody knows what it should be is pale.
 */
record DecoderWords(Drawing drawing, RecurrentScene scene) {

  private static final TensorId PROBABILITIES = TensorId.of("probabilities");
  private static final double ROOM_FOR_ARROWS = 26;

  void draw(Spread spread, Rect room, double y, double line) {
    List<String> said = scene.said();
    int written = scene.timeline().written(scene.moment());
    Words.name(drawing, room.x(), y, line, "figure.recurrent.reads");
    Words.name(drawing, room.x(), y + line, line, "figure.recurrent.says");
    for (UnrolledStep step : scene.unrolled().decoder().getFirst().steps()) {
      int number = step.number();
      if (!spread.shows(number) || number >= written) {
        continue;
      }
      Rect reads = spread.word(number, y, line);
      Words.draw(drawing, reads, step.label(), Style.SMALL, Ink.SOFT);
      drawing.hit(
          reads,
          new Target.Area(Region.all(step.hidden().id())),
          drawing.frame().text("figure.recurrent.read", number, step.label()));
      if (number < said.size()) {
        says(spread.word(number, y + line, line), number, said.get(number));
      }
      if (scene.free() && number + 1 < written && spread.shows(number + 1)) {
        handedOn(spread, number, y + line);
      }
    }
    answer(room, y + 2 * line, line, said, written);
  }

  private void says(Rect place, int step, String word) {
    Optional<Boolean> right = scene.right(step);
    Ink ink = right.isEmpty() ? Ink.FAINT : right.get() ? Ink.TEXT : Ink.BAD;
    Words.draw(drawing, place, word, Style.STRONG, ink);
    if (right.isPresent() && !right.get()) {
      double half = Math.min(place.width() / 2 - 1, 8);
      drawing.line(
          place.centerX() - half,
          place.bottom() - 1.5,
          place.centerX() + half,
          place.bottom() - 1.5,
          Stroke.of(Ink.BAD, 1.5));
    }
    String key =
        right.isEmpty()
            ? "figure.recurrent.said"
            : right.get() ? "figure.recurrent.said.right" : "figure.recurrent.said.wrong";
    String wanted = step < scene.expected().size() ? scene.expected().get(step) : "";
    drawing.hit(
        place,
        new Target.Area(Region.row(PROBABILITIES, step)),
        drawing.frame().text(key, step, word, wanted));
  }

  /** The word that is said becomes the one that is read next. */
  private void handedOn(Spread spread, int step, double y) {
    if (spread.pitch() >= ROOM_FOR_ARROWS) {
      double from = spread.x(step) + spread.pitch() * 0.3;
      double to = spread.x(step + 1) - spread.pitch() * 0.32;
      drawing.line(from, y + 5, to, y - 5, Stroke.of(Ink.ACCENT, 1));
    }
  }

  /** The answer as a whole, once it is there: that of the run, and what it was without the cut. */
  private void answer(Rect room, double y, double line, List<String> said, int written) {
    Rect place = new Rect(room.x(), y, room.width(), line);
    double base = drawing.measure().baselineIn(place, Style.SMALL);
    String how =
        drawing.frame().text(scene.free() ? "figure.recurrent.free" : "figure.recurrent.teacher");
    StringBuilder says = new StringBuilder(how);
    Ink ink = Ink.SOFT;
    int judged = Math.min(scene.expected().size(), said.size());
    if (judged > 0 && written >= judged) {
      boolean right = isRight(said, judged);
      ink = right ? Ink.GOOD : Ink.BAD;
      String key = right ? "figure.recurrent.answer.right" : "figure.recurrent.answer.wrong";
      says.append(" · ")
          .append(
              drawing.frame().text(key, joined(said, judged), joined(scene.expected(), judged)));
    }
    if (scene.cut() && scene.findings().uncut().isPresent() && written >= said.size()) {
      List<String> before = scene.findings().uncut().get();
      says.append(" · ")
          .append(
              drawing
                  .frame()
                  .text(
                      "figure.recurrent.uncut",
                      joined(before, judged > 0 ? judged : before.size())));
    }
    String shown = drawing.measure().shortened(says.toString(), Style.SMALL, place.width());
    drawing.text(place.x(), base, shown, Style.SMALL, ink, Align.START);
    drawing.say(says.toString());
  }

  private boolean isRight(List<String> said, int judged) {
    return said.subList(0, judged).equals(scene.expected().subList(0, judged))
        && judged == scene.expected().size();
  }

  /** Letters stand together, words apart. */
  static String joined(List<String> words, int count) {
    List<String> first = words.subList(0, Math.min(count, words.size()));
    boolean letters =
        IntStream.range(0, first.size())
            .allMatch(i -> first.get(i).codePointCount(0, first.get(i).length()) == 1);
    return String.join(letters ? "" : " ", first);
  }
}
