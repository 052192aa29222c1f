package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.model.PositionTests;
import attentionscope.model.PositionTests.Kind;
import attentionscope.model.PositionTests.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tests of a position code with the numbers they were decided by, or why they don't apply. */
@BuildsKeys({
  "figure.positions.tests.name.",
  "figure.positions.tests.says.",
  "figure.positions.tests.why.",
  "figure.positions.tests.verdict."
})
record TestsBody(PositionScene scene) implements Body {

  private static final double LINE = 18;
  private static final double NAME = 20;
  private static final double AIR = 10;
  private static final double MARK = 26;

  /** From here on two stand side by side. */
  private static final double TWO = 560;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.tests.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.tests.caption");
  }

  @Override
  public double height(double width, Frame frame) {
    int columns = columns(width);
    double height = 0;
    for (int row = 0; row * columns < results().size(); row++) {
      height += rowHeight(row, width, frame) + AIR;
    }
    return height - AIR;
  }

  private static int columns(double width) {
    return width >= TWO ? 2 : 1;
  }

  private static double columnWidth(double width) {
    return width / columns(width) - (columns(width) - 1) * AIR;
  }

  private double rowHeight(int row, double width, Frame frame) {
    int columns = columns(width);
    int most = 0;
    for (int i = row * columns; i < Math.min(results().size(), (row + 1) * columns); i++) {
      most = Math.max(most, lines(results().get(i), columnWidth(width), frame).size());
    }
    return NAME + most * LINE;
  }

  /** The results; while they are being measured, none of them is known. */
  private List<PositionTests.Result> results() {
    return scene
        .findings()
        .map(findings -> findings.tests())
        .orElseGet(
            () ->
                Arrays.stream(Kind.values())
                    .map(
                        kind ->
                            new PositionTests.Result(
                                kind, Verdict.DOES_NOT_APPLY, Optional.empty()))
                    .toList());
  }

  private boolean measuring() {
    return scene.findings().isEmpty();
  }

  private List<String> lines(PositionTests.Result result, double width, Frame frame) {
    return Wrap.lines(says(result, frame.texts()), Style.LABEL, width - MARK, frame.measure());
  }

  /** What was measured, or why there is nothing to measure. */
  private String says(PositionTests.Result result, Texts texts) {
    if (measuring()) {
      return texts.get("figure.positions.measuring");
    }
    String kind = key(result.kind());
    if (result.verdict() == Verdict.DOES_NOT_APPLY) {
      return texts.get("figure.positions.tests.why." + group() + "." + kind);
    }
    double measured = result.measured().orElse(0.0);
    if (result.kind() == Kind.BOUNDED && group().equals("learned")) {
      return texts.get("figure.positions.tests.says.bounded-learned", measured);
    }
    return result.kind() == Kind.WIDTH
        ? texts.get("figure.positions.tests.says." + kind, (int) measured)
        : texts.get("figure.positions.tests.says." + kind, measured);
  }

  /** Encodings with the same reasons. */
  private String group() {
    return switch (scene.lab().encoding()) {
      case SINUSOIDAL, CONCATENATED -> "sines";
      case LEARNED -> "learned";
      case ROTARY, ROTARY_HALVES -> "rotary";
      case ALIBI -> "alibi";
      case BUCKETS -> "buckets";
      case INTEGERS, NORMALISED, BINARY -> "counted";
      case NONE -> "none";
    };
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    double y = room.y();
    int columns = columns(room.width());
    double step = room.width() / columns;
    for (int i = 0; i < results().size(); i++) {
      double x = room.x() + i % columns * step;
      Rect cell = new Rect(x, y, columnWidth(room.width()), NAME);
      result(drawing, cell, results().get(i));
      if (i % columns == columns - 1) {
        y += rowHeight(i / columns, room.width(), drawing.frame()) + AIR;
      }
    }
  }

  private void result(Drawing drawing, Rect room, PositionTests.Result result) {
    Texts texts = drawing.frame().texts();
    if (!measuring()) {
      mark(drawing, room.x() + 9, room.y() + 9, result.verdict());
    }
    String name = texts.get("figure.positions.tests.name." + key(result.kind()));
    Type type = Style.STRONG.size(13);
    drawing.text(
        room.x() + MARK,
        room.y() + 13,
        drawing.measure().shortened(name, type, room.width() - MARK),
        type,
        result.verdict() == Verdict.DOES_NOT_APPLY ? Ink.SOFT : Ink.TEXT,
        Align.START);
    double base = room.y() + NAME + 12;
    for (String line : lines(result, room.width(), drawing.frame())) {
      drawing.text(room.x() + MARK, base, line, Style.LABEL, Ink.SOFT, Align.START);
      base += LINE;
    }
    if (measuring()) {
      drawing.say(name + ": " + says(result, texts));
      return;
    }
    drawing.say(
        texts.get(
            "figure.positions.tests.reading",
            name,
            texts.get("figure.positions.tests.verdict." + verdict(result.verdict())),
            says(result, texts)));
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case DOES_NOT_APPLY -> "none";
    };
  }

  /** A tick, a cross or a dash: told by the form as well as by the colour. */
  private static void mark(Drawing drawing, double x, double y, Verdict verdict) {
    switch (verdict) {
      case PASSED ->
          drawing.add(
              Mark.Path.stroked(
                  List.of(
                      new Piece.Move(x - 6, y),
                      new Piece.Straight(x - 1.5, y + 4.5),
                      new Piece.Straight(x + 6.5, y - 5)),
                  Stroke.of(Ink.GOOD, 2.25)));
      case FAILED -> {
        drawing.line(x - 5, y - 5, x + 5, y + 5, Stroke.of(Ink.BAD, 2.25));
        drawing.line(x - 5, y + 5, x + 5, y - 5, Stroke.of(Ink.BAD, 2.25));
      }
      case DOES_NOT_APPLY -> drawing.line(x - 5, y, x + 5, y, Stroke.of(Ink.FAINT, 2));
    }
  }
}
