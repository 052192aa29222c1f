package attentionscope.figure.train;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadGroup;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.workspace.laboratory.Sight;
import java.util.ArrayList;
import java.util.List;

/**
 * What a snapshot has learned: the heads of one attention on the text that is typed, one of them
 * from the beginning of the training on, and answers to samples it never saw.
 *
 * @param trace of the snapshot on that text
 * @param sight what else is seen of it
 * @param site the attention; the run has it
 * @param head the one that is followed
 */
public record SampleFigure(
    Trace trace, Sight sight, AttentionSite site, int head, MatrixLook look, Pointing pointing) {

  private static final double SIDE = 4;
  private static final double LINE = 24;
  private static final double BETWEEN = 16;
  private static final double LEAST_HEADS = 96;
  private static final double TALLEST_STRIP = 112;
  private static final double LEAST_STRIP = 72;
  private static final int MOMENTS = 10;
  private static final Type TITLE = Type.ui(13).weight(Type.Weight.SEMIBOLD);

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room = new Rect(SIDE, 2, frame.width() - 2 * SIDE, frame.height() - 4);
    double answers = LINE + (room.height() > 330 ? 2 : 1) * AnswerLines.LINE;
    double above = room.height() - answers;
    boolean strip = above - LEAST_STRIP >= LEAST_HEADS + LINE;
    double most = above - (strip ? LEAST_STRIP : 0) - 6;
    double used = heads(drawing, new Rect(room.x(), room.y(), room.width(), most));
    if (strip) {
      double left = room.y() + above - used - 12;
      double high = Math.min(left, LINE + TALLEST_STRIP + ThroughStrip.STEP);
      used = through(drawing, new Rect(room.x(), used + 8, room.width(), high));
    }
    double top = Math.min(room.bottom() - answers, used + 10);
    answers(drawing, new Rect(room.x(), top, room.width(), room.bottom() - top));
    return drawing.figure();
  }

  private int at() {
    return sight.name().step();
  }

  private List<Node> weights() {
    List<Node> weights = new ArrayList<>();
    for (int number = 0; number < site.heads(); number++) {
      trace.find(site.head(number).child("weights")).ifPresent(weights::add);
    }
    return weights;
  }

  /** Heads that look nowhere yet are as pale as they are: colours end at one. */
  private ColorScale scale() {
    return new ColorScale(look.weights(), 1, look.curve());
  }

  private double heads(Drawing drawing, Rect room) {
    Frame frame = drawing.frame();
    String title =
        frame.text(
            "figure.train.heads",
            HeadGroup.name(site, frame.texts()),
            site.layer(),
            Numbers.grouped(at()));
    drawing.text(room.x(), room.y() + 14, title, TITLE, Ink.TEXT, Align.START);
    drawing.say(title);
    layers(drawing, room.x() + drawing.measure().width(title, TITLE) + BETWEEN, room);
    List<Node> weights = weights();
    double each = (room.width() + BETWEEN) / Math.max(4, weights.size()) - BETWEEN;
    double used = room.y() + LINE;
    for (int number = 0; number < weights.size(); number++) {
      Rect place =
          new Rect(
              room.x() + number * (each + BETWEEN),
              room.y() + LINE,
              each,
              Math.max(1, room.height() - LINE));
      HeadPanel panel =
          new HeadPanel(weights.get(number), number, number == head, scale(), look, pointing);
      used = Math.max(used, panel.draw(drawing, place));
    }
    return used;
  }

  /** The other layers of this attention, and the other run, can be gone to. */
  private void layers(Drawing drawing, double left, Rect room) {
    Texts texts = drawing.frame().texts();
    List<AttentionSite> layers =
        AttentionSite.of(trace).stream()
            .filter(one -> one.stack().equals(site.stack()) && one.kind() == site.kind())
            .toList();
    Chips chips = new Chips(drawing, left, room);
    for (AttentionSite layer : layers.size() > 1 ? layers : List.<AttentionSite>of()) {
      int same = Math.min(head, layer.heads() - 1);
      Target goal = new Target.Area(Region.all(layer.head(same).child("weights")));
      String name = texts.get("figure.train.layer", layer.layer());
      chips.draw(name, layer.equals(site), goal);
    }
    for (int run = 0; run < sight.state().runs().size() && sight.state().runs().size() > 1; run++) {
      String name = texts.get("figure.train.run", run == 0 ? "A" : "B");
      chips.draw(name, run == sight.name().index(), Steps.run(run));
    }
  }

  /** Answers how far down it reaches. */
  private double through(Drawing drawing, Rect room) {
    String title = drawing.frame().text("figure.train.through", head);
    drawing.text(room.x(), room.y() + 14, title, TITLE, Ink.TEXT, Align.START);
    Rect strip = new Rect(room.x(), room.y() + LINE, room.width(), room.height() - LINE);
    return new ThroughStrip(sight.through(), at(), scale(), look).draw(drawing, strip, MOMENTS);
  }

  private void answers(Drawing drawing, Rect room) {
    String title = drawing.frame().text("figure.train.answers");
    drawing.text(room.x(), room.y() + 14, title, TITLE, Ink.TEXT, Align.START);
    drawing.say(title);
    Rect lines = new Rect(room.x(), room.y() + LINE, room.width(), room.height() - LINE);
    new AnswerLines(sight.answers()).draw(drawing, lines);
  }

  /** Says that the model has no attention, and what it answers. */
  public static Figure without(Frame frame, Sight sight) {
    Drawing drawing = new Drawing(frame);
    Type type = Type.ui(13);
    String says = frame.text("figure.train.no-attention");
    drawing.text(SIDE, 18, says, type, Ink.SOFT, Align.START);
    drawing.say(says);
    String title = frame.text("figure.train.answers");
    drawing.text(SIDE, 54, title, TITLE, Ink.TEXT, Align.START);
    Rect lines = new Rect(SIDE, 64, frame.width() - 2 * SIDE, Math.max(20, frame.height() - 66));
    new AnswerLines(sight.answers()).draw(drawing, lines);
    return drawing.figure();
  }
}
