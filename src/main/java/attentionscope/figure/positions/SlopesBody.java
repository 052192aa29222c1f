package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What each head takes from a score, by the distance of the key: a fan of lines from zero down. */
record SlopesBody(PositionScene scene, List<Node> biases) implements Body {

  private static final double BEST = 220;
  private static final double NAMES = 70;
  private static final double LINE = 14;

  SlopesBody {
    biases = List.copyOf(biases);
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.distances.title", position());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.slopes.caption");
  }

  private int position() {
    return Math.min(scene.lab().position(), biases.getFirst().rows().size() - 1);
  }

  @Override
  public double height(double width, Frame frame) {
    return 8 + BEST + Style.TICKS + 18;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int count = biases.getFirst().columns().size();
    double width = room.width() - Style.LEFT - NAMES;
    double pitch = Along.pitch(width, count, 40);
    double tall = room.height() - Style.TICKS - 26;
    Rect area = new Rect(room.x() + Style.LEFT, room.y() + 8, pitch * count, tall);
    double x = area.x() + (position() + 0.5) * pitch;
    drawing.line(area.x(), area.y(), area.right(), area.y(), Stroke.of(Ink.LINE, 1));
    drawing.text(
        area.x() - 7,
        area.y() + drawing.measure().capHeight(Style.TICK) / 2,
        "0",
        Style.TICK,
        Ink.SOFT,
        Align.END);
    drawing.line(x, area.y(), x, area.bottom(), Stroke.of(Ink.ACCENT, 1.25).dashed(2, 4));
    drawing.fill(new Rect(x - 4, area.y() - 4, 8, 8), 4, Tint.of(Ink.ACCENT));
    double least = least();
    for (int head = 0; head < biases.size(); head++) {
      line(drawing, area, biases.get(head), least);
    }
    names(drawing, area, least);
    Ticks.below(drawing, area, count, -position(), OptionalInt.of(position()));
    drawing.text(
        area.right(),
        area.bottom() + Style.TICKS + 12,
        AxisWords.across(drawing.frame(), "figure.positions.axis.distance"),
        Style.NAME,
        Ink.SOFT,
        Align.END);
  }

  /** The lowest of all that is drawn. */
  private double least() {
    double least = -1e-9;
    for (Node bias : biases) {
      for (int key = 0; key < bias.columns().size(); key++) {
        least = Math.min(least, bias.at(position(), key));
      }
    }
    return least;
  }

  private static double y(Rect area, double bias, double least) {
    return area.y() + bias / least * area.height();
  }

  private void line(Drawing drawing, Rect area, Node bias, double least) {
    double pitch = area.width() / bias.columns().size();
    List<Piece> pieces = new ArrayList<>();
    for (int key = 0; key < bias.columns().size(); key++) {
      double x = area.x() + (key + 0.5) * pitch;
      double y = y(area, bias.at(position(), key), least);
      pieces.add(pieces.isEmpty() ? new Piece.Move(x, y) : new Piece.Straight(x, y));
      CellText.hit(
          drawing, new Rect(x - pitch / 2, y - 3, pitch, 6), bias, bias.ref(position(), key));
    }
    drawing.add(Mark.Path.stroked(pieces, Stroke.of(Ink.TEXT, 1.5)));
  }

  /** Each line is named at its right end; those that end too close together in one. */
  private void names(Drawing drawing, Rect area, double least) {
    int last = biases.getFirst().columns().size() - 1;
    int alone = 0;
    while (alone + 1 < biases.size()
        && end(area, alone, least) - end(area, alone + 1, least) >= LINE) {
      name(drawing, area, end(area, alone, least), alone, alone);
      alone++;
    }
    double middle = (end(area, alone, least) + end(area, biases.size() - 1, least)) / 2;
    name(drawing, area, middle, alone, biases.size() - 1);
    for (int head = 0; head < biases.size(); head++) {
      drawing.say(
          drawing
              .frame()
              .text(
                  "figure.positions.slopes.end",
                  head,
                  last - position(),
                  biases.get(head).at(position(), last)));
    }
  }

  private double end(Rect area, int head, double least) {
    Node bias = biases.get(head);
    return y(area, bias.at(position(), bias.columns().size() - 1), least);
  }

  private static void name(Drawing drawing, Rect area, double y, int first, int last) {
    String says =
        last > first
            ? drawing.frame().text("figure.positions.slopes.heads", first, last)
            : drawing.frame().text("figure.positions.head", first);
    double base = y + drawing.measure().capHeight(Style.NAME) / 2;
    drawing.text(area.right() + 6, base, says, Style.NAME, Ink.SOFT, Align.START);
  }
}
