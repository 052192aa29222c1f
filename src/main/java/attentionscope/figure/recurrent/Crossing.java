package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.language.Numbers;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;

/**
 * What goes from the encoder to the decoder: the vector that is handed over, once or at every step;
 * and, as thick as its weight, every state that attention looks at.
 *
 * @param reading where the encoder's steps stand
 * @param writing where the decoder's steps stand
 * @param top below what the encoder reads
 * @param bottom above the decoder's columns
 */
record Crossing(
    Drawing drawing,
    RecurrentScene scene,
    Spread reading,
    Spread writing,
    double top,
    double bottom) {

  private static final double WORTH_DRAWING = 0.01;
  private static final double THICKEST = 7;
  private static final double NAME = 18;

  void draw() {
    Unrolled unrolled = scene.unrolled();
    boolean read = scene.timeline().hasRead(scene.moment());
    boolean attends = unrolled.weights().isPresent();
    boolean judges = unrolled.written() == 0;
    if (read && !(judges && attends)) {
      handedOver(attends);
    }
    Optional<Integer> asking = judges && read ? Optional.of(0) : scene.asking();
    if (attends && asking.isPresent()) {
      if (scene.cut()) {
        note("figure.recurrent.cut", Ink.BAD);
      } else {
        looks(unrolled.weights().get(), asking.get());
      }
    }
    if (read && !(judges && attends)) {
      marked();
    }
  }

  private double handedFrom() {
    return reading.x(
        Math.clamp(last().number(), reading.from(), Math.max(reading.from(), reading.to() - 1)));
  }

  private UnrolledStep last() {
    Unrolled unrolled = scene.unrolled();
    return unrolled.encoder().stream().filter(lane -> !lane.backward()).toList().getLast().end();
  }

  private void handedOver(boolean attends) {
    Unrolled unrolled = scene.unrolled();
    Tint ink = Tint.of(Ink.TEXT);
    if (unrolled.written() == 0) {
      handed(writing.room().centerX(), Stroke.of(ink.faded(0.6), 2));
      return;
    }
    if (writing.shows(0)) {
      Stroke plain = Stroke.of(ink.faded(attends ? 0.35 : 0.6), attends ? 1.25 : 2.25);
      handed(writing.x(0), attends ? plain.dashed(4, 4) : plain);
    }
    if (unrolled.peeky()) {
      int written = scene.timeline().written(scene.moment());
      for (int step = Math.max(1, writing.from()); step < writing.to(); step++) {
        if (step < written) {
          handed(writing.x(step), Stroke.of(ink.faded(0.4), 1.25));
        }
      }
    }
  }

  /** The vector's name, where it leaves the encoder. */
  private void marked() {
    Optional<Node> vector = scene.unrolled().bottleneck();
    if (vector.isEmpty()) {
      return;
    }
    String says =
        drawing
            .frame()
            .text(
                scene.unrolled().weights().isPresent() || scene.unrolled().written() == 0
                    ? "figure.recurrent.handed"
                    : "figure.recurrent.bottleneck",
                scene.unrolled().handsCell() ? " (h, c)" : "");
    double width = drawing.measure().width(says, Style.SMALL);
    double x =
        Math.clamp(
            handedFrom() - width / 2, reading.room().x(), reading.room().right() - width - 2);
    Rect place = new Rect(x - 2, top + 3, width + 4, 14);
    drawing.fill(place, 2, Tint.of(Ink.BACKGROUND));
    drawing.text(
        x,
        drawing.measure().baselineIn(place, Style.SMALL),
        says,
        Style.SMALL,
        Ink.TEXT,
        Align.START);
    drawing.hit(place, new Target.Area(Region.all(vector.get().id())), says);
  }

  private void note(String key, Ink ink) {
    String says = drawing.frame().text(key);
    Rect place = new Rect(writing.room().x(), (top + bottom) / 2 - 8, writing.room().width(), 16);
    drawing.centred(
        place,
        drawing.measure().shortened(says, Style.STRONG, place.width()),
        Style.STRONG,
        Tint.of(ink));
    drawing.say(says);
  }

  private void looks(Node weights, int row) {
    double to = scene.unrolled().written() == 0 ? writing.room().centerX() : writing.x(row);
    if (scene.unrolled().written() > 0 && !writing.shows(row)) {
      return;
    }
    int most = 0;
    for (int column = 0; column < weights.value().numCols; column++) {
      float weight = weights.at(row, column);
      most = weight > weights.at(row, most) ? column : most;
      int step = scene.unrolled().step(column);
      if (weight >= WORTH_DRAWING && reading.shows(step)) {
        curve(
            reading.x(step),
            to,
            Stroke.of(Tint.of(Ink.ACCENT).faded(0.22 + 0.7 * weight), 0.75 + THICKEST * weight));
      }
    }
    drawing.say(
        drawing
            .frame()
            .text(
                "figure.recurrent.reading.looks",
                row,
                AxisNames.label(weights.columns(), most),
                Numbers.cell(weights.at(row, most))));
  }

  /** From below the name of what is handed over. */
  private void handed(double to, Stroke stroke) {
    curve(handedFrom(), top + NAME, to, stroke);
  }

  private void curve(double from, double to, Stroke stroke) {
    curve(from, top + 1, to, stroke);
  }

  private void curve(double from, double start, double to, Stroke stroke) {
    double middle = (start + bottom) / 2;
    drawing.add(
        Mark.Path.stroked(
            List.of(
                new Piece.Move(from, start),
                new Piece.Curve(from, middle + 6, to, middle - 6, to, bottom - 1)),
            stroke));
  }
}
