package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.op.Largest;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network through time: the encoder's steps with what they read; what crosses to the decoder;
 * the decoder's steps with what they read and say. A classifier has one thing to say in the end, a
 * tagger one at every step.
 */
final class UnrolledPart {

  private static final double WORDS = 18;
  private static final double APART = 8;
  private static final double LEAST_LANE = 14;
  private static final double TALLEST_LANE = 84;
  private static final double LEAST_GAP = 34;
  private static final double WIDEST_GAP = 104;
  private static final double GAP_SHARE = 0.36;
  private static final double NAMES = 116;
  private static final TensorId EMBEDDING = TensorId.of("source.embedding");

  private final Drawing drawing;
  private final RecurrentScene scene;
  private final Unrolled unrolled;
  private final List<String> said;
  private final ColorScale scale;
  private final boolean judges;
  private final boolean decodes;

  UnrolledPart(Drawing drawing, RecurrentScene scene) {
    this.drawing = drawing;
    this.scene = scene;
    unrolled = scene.unrolled();
    said = scene.said();
    scale = scene.states();
    decodes = unrolled.written() > 0;
    judges = !decodes && said.size() == 1;
  }

  /** How many lanes stand one below the other. */
  private int lanes() {
    return unrolled.lanes().size() + (judges ? 1 : 0);
  }

  private double fixed() {
    double below = decodes ? Style.TITLE_LINE + 3 * WORDS : WORDS;
    return Style.TITLE_LINE + WORDS + below;
  }

  private boolean crosses() {
    return decodes || judges;
  }

  /** The least height in which it can be read. */
  double least() {
    return fixed() + (crosses() ? LEAST_GAP : 0) + lanes() * (LEAST_LANE + APART);
  }

  /** The height beyond which nothing gets better. */
  double most() {
    return fixed() + (crosses() ? WIDEST_GAP : 0) + lanes() * (TALLEST_LANE + APART);
  }

  void draw(Rect room) {
    double rest = room.height() - fixed();
    double gap = crosses() ? Math.clamp(rest * GAP_SHARE, LEAST_GAP, WIDEST_GAP) : 0;
    double lane = Math.clamp((rest - gap) / lanes() - APART, LEAST_LANE, TALLEST_LANE);
    double names = names();
    Rect columns = new Rect(room.x() + names, room.y(), room.width() - names, room.height());
    Spread reading = Spread.over(columns, unrolled.read(), about());
    double y = title(room, reading, "figure.recurrent.encoder", unrolled.read());
    y = lanes(unrolled.encoder(), reading, y, lane, room, true);
    readRow(reading, room, y);
    y += WORDS;
    if (!crosses()) {
      tags(reading, room, y);
      return;
    }
    Spread writing =
        Spread.over(columns, Math.max(1, unrolled.written()), scene.asking().orElse(0));
    double top = y + gap + (decodes ? Style.TITLE_LINE : 0);
    new Crossing(drawing, scene, reading, writing, y, top).draw();
    if (judges) {
      new Verdict(drawing, scene, scale).draw(new Rect(columns.x(), top, columns.width(), lane));
      return;
    }
    covered(room.x(), top - Style.TITLE_LINE, "figure.recurrent.decoder", writing);
    y = lanes(unrolled.decoder(), writing, top, lane, room, false);
    new DecoderWords(drawing, scene).draw(writing, room, y, WORDS);
  }

  /** The encoder's step that must be in sight: the open one, or the newest. */
  private int about() {
    return scene
        .open()
        .filter(step -> step.id().path().startsWith("encoder."))
        .map(UnrolledStep::number)
        .orElseGet(
            () ->
                scene
                    .asking()
                    .flatMap(step -> unrolled.weights().map(node -> mostLookedAt(node, step)))
                    .orElse(0));
  }

  private int mostLookedAt(Node weights, int row) {
    return unrolled.step(Largest.of(weights.value(), row));
  }

  private double names() {
    boolean many = unrolled.encoder().size() > 1 || unrolled.decoder().size() > 1;
    List<String> says =
        Stream.of("figure.recurrent.reads", "figure.recurrent.says")
            .map(drawing.frame()::text)
            .toList();
    double words =
        says.stream().mapToDouble(one -> drawing.measure().width(one, Style.SMALL)).max().orElse(0);
    return many ? NAMES : words + 12;
  }

  private double title(Rect room, Spread spread, String key, int count) {
    StringBuilder says = new StringBuilder(drawing.frame().text(key));
    if (unrolled.reversed()) {
      says.append(" · ").append(drawing.frame().text("figure.recurrent.reversed"));
    }
    if (spread.isPart(count)) {
      says.append(" · ")
          .append(
              drawing.frame().text("figure.recurrent.part", spread.from(), spread.to() - 1, count));
    }
    String shown = drawing.measure().shortened(says.toString(), Style.TITLE, room.width());
    drawing.text(room.x(), room.y() + 12, shown, Style.TITLE, Ink.TEXT, Align.START);
    drawing.say(says.toString());
    return room.y() + Style.TITLE_LINE;
  }

  /** The decoder's title; what crosses from the encoder passes behind it. */
  private void covered(double x, double y, String key, Spread spread) {
    String name = drawing.frame().text(key);
    String says =
        spread.isPart(unrolled.written())
            ? name
                + " · "
                + drawing
                    .frame()
                    .text(
                        "figure.recurrent.part", spread.from(), spread.to() - 1, unrolled.written())
            : name;
    double width = drawing.measure().width(says, Style.TITLE);
    drawing.fill(new Rect(x - 2, y, width + 6, Style.TITLE_LINE - 5), 2, Tint.of(Ink.BACKGROUND));
    drawing.text(x, y + 12, says, Style.TITLE, Ink.TEXT, Align.START);
    drawing.say(says);
  }

  /** Draws lanes, the highest layer on top; answers where they end. */
  private double lanes(
      List<Lane> lanes, Spread spread, double y, double tall, Rect room, boolean reads) {
    LaneDrawing painter = new LaneDrawing(drawing, scene, scale);
    int top = lanes.stream().mapToInt(Lane::layer).max().orElse(0);
    for (Lane lane : lanes.reversed()) {
      Rect band = new Rect(spread.room().x(), y + APART / 2, spread.room().width(), tall);
      painter.draw(lane, spread, band, reads && crosses() && lane.layer() == top);
      painter.name(
          lane,
          lanes.size() == 1,
          new Rect(room.x(), band.y(), spread.room().x() - room.x(), tall));
      y += tall + APART;
    }
    return y;
  }

  private void readRow(Spread spread, Rect room, double y) {
    rowName(room, y, "figure.recurrent.reads");
    for (UnrolledStep step : unrolled.encoder().getFirst().steps()) {
      if (spread.shows(step.number())) {
        Rect place = spread.word(step.number(), y, WORDS);
        boolean open =
            scene
                .open()
                .filter(one -> one.number() == step.number())
                .filter(one -> one.id().path().startsWith("encoder."))
                .isPresent();
        word(place, step.label(), open ? Ink.ACCENT : Ink.TEXT, open);
        int row = unrolled.row(step.number());
        drawing.hit(
            place,
            new Target.Area(Region.row(EMBEDDING, row)),
            drawing.frame().text("figure.recurrent.read", step.number(), step.label()));
      }
    }
  }

  /** What a tagger says at every step. */
  private void tags(Spread spread, Rect room, double y) {
    rowName(room, y, "figure.recurrent.says");
    for (int step = spread.from(); step < spread.to(); step++) {
      int row = unrolled.row(step);
      boolean known = scene.timeline().knowsAll(scene.moment(), step);
      if (known && row < said.size()) {
        Rect place = spread.word(step, y, WORDS);
        word(place, said.get(row), Ink.TEXT, true);
        drawing.hit(
            place,
            new Target.Area(Region.row(TensorId.of("probabilities"), row)),
            drawing.frame().text("figure.recurrent.said", step, said.get(row)));
      }
    }
    drawing.say(drawing.frame().text("figure.recurrent.reading.tags", String.join(" ", said)));
  }

  private void word(Rect place, String word, Ink ink, boolean strong) {
    Words.draw(drawing, place, word, strong ? Style.STRONG : Style.WORD, ink);
  }

  private void rowName(Rect room, double y, String key) {
    Words.name(drawing, room.x(), y, WORDS, key);
  }
}
