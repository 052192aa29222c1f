package attentionscope.figure.train;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.train.Answered;
import attentionscope.train.task.Task;
import java.util.List;
import java.util.stream.Collectors;

/** What the model answers to unseen samples by now, each with a mark for right or wrong. */
record AnswerLines(List<Answered> answers) {

  static final double LINE = 20;

  private static final double BETWEEN = 26;
  private static final Type WORDS = Type.mono(12);
  private static final Type WRONG = Type.mono(12).weight(Type.Weight.BOLD);
  private static final Type MARK = Type.ui(13).weight(Type.Weight.BOLD);
  private static final String ARROW = " → ";

  /** Answers beside each other, as many as there is room for; at least one a line. */
  void draw(Drawing drawing, Rect room) {
    double x = room.x();
    double y = room.y();
    for (Answered answer : answers) {
      double width = width(drawing, answer);
      if (x > room.x() && x + width > room.right()) {
        x = room.x();
        y += LINE;
      }
      if (y + LINE > room.bottom() + 0.5) {
        return;
      }
      draw(drawing, answer, x, y + 14, room.right());
      x += width + BETWEEN;
    }
  }

  private static String question(Answered answer) {
    return answer.sample().source().stream()
        .filter(word -> !word.equals(Task.PAD))
        .collect(Collectors.joining(" "));
  }

  private double width(Drawing drawing, Answered answer) {
    String all = answer.words().stream().map(Answered.Word::said).collect(Collectors.joining(" "));
    return drawing.measure().width(question(answer) + ARROW + all + " ", WORDS) + 16;
  }

  private void draw(Drawing drawing, Answered answer, double left, double base, double right) {
    double room = right - left - 20;
    String question =
        drawing.measure().shortened(question(answer) + ARROW, WORDS, Math.max(40, room * 0.55));
    drawing.text(left, base, question, WORDS, Ink.SOFT, Align.START);
    double x = left + drawing.measure().width(question, WORDS);
    double space = drawing.measure().width(" ", WORDS);
    for (Answered.Word word : answer.words()) {
      Type type = word.isRight() ? WORDS : WRONG;
      double width = drawing.measure().width(word.said(), type);
      if (x + width > right - 34) {
        drawing.text(x, base, "…", WORDS, Ink.SOFT, Align.START);
        x += drawing.measure().width("…", WORDS) + space;
        break;
      }
      drawing.text(x, base, word.said(), type, word.isRight() ? Ink.TEXT : Ink.BAD, Align.START);
      x += width + space;
    }
    boolean good = answer.isRight();
    drawing.text(x, base, good ? "✓" : "✗", MARK, good ? Ink.GOOD : Ink.BAD, Align.START);
    drawing.say(
        drawing
            .frame()
            .text(
                good ? "figure.train.answer.right" : "figure.train.answer.wrong",
                question(answer),
                answer.words().stream().map(Answered.Word::said).collect(Collectors.joining(" "))));
  }
}
