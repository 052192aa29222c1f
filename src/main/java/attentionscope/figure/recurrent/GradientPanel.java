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
import attentionscope.figure.Wrap;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.recurrent.GradientStudy;
import attentionscope.workspace.recurrent.GradientStudy.Curve;
import attentionscope.workspace.recurrent.GradientStudy.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * How much the loss changes with what is read at each step, for several kinds of networks. Upwards
 * every line of the grid is ten times the one below, so that what shrinks by the same factor at
 * every step is a straight line.
 */
@BuildsKeys("figure.recurrent.gradient.")
record GradientPanel(Drawing drawing, RecurrentScene scene) {

  private static final TensorId EMBEDDING = TensorId.of("source.embedding");
  private static final double LEFT = 46;
  private static final double NAMES = 150;
  private static final double LINE = 15;
  private static final int MOST_DECADES = 16;

  /** What is below that many powers of ten under the largest lies on the floor. */
  private record Scale(int from, int to, Rect plot) {
    double y(double size) {
      double power = size > 0 ? Math.max(from, Math.log10(size)) : from;
      return plot.bottom() - (power - from) / (to - from) * plot.height();
    }
  }

  void draw(Rect room) {
    Optional<GradientStudy> study = scene.findings().gradients();
    if (study.isEmpty()) {
      Told.draw(drawing, room, "figure.recurrent.measuring");
      return;
    }
    if (study.get().curves().isEmpty()) {
      Told.draw(drawing, room, "figure.recurrent.gradient.none");
      return;
    }
    List<Curve> curves = study.get().curves();
    boolean told = scene.unrolled().written() > 0; // else nobody says what the answer should be
    String key = told ? "figure.recurrent.gradient.title" : "figure.recurrent.gradient.title.own";
    String title = drawing.frame().text(key);
    drawing.text(
        room.x(),
        room.y() + 12,
        drawing.measure().shortened(title, Style.TITLE, room.width()),
        Style.TITLE,
        Ink.TEXT,
        Align.START);
    drawing.say(title);
    double y = room.y() + Style.TITLE_LINE + 8;
    String about = drawing.frame().text("figure.recurrent.gradient.about");
    for (String line : Wrap.lines(about, Style.SMALL, room.width(), 2, drawing.measure())) {
      drawing.text(room.x(), y, line, Style.SMALL, Ink.SOFT, Align.START);
      y += LINE;
    }
    y += 2;
    Rect plot =
        new Rect(
            room.x() + LEFT, y, room.width() - LEFT - NAMES, Math.max(20, room.bottom() - y - 18));
    Scale scale = scale(curves, plot);
    Spread spread = Spread.over(plot, scene.unrolled().read(), 0);
    double step = Math.min(spread.pitch(), plot.width() / scene.unrolled().read());
    grid(scale);
    words(spread, plot);
    for (Curve curve : curves) {
      curve(curve, scale, spread);
    }
    names(curves, scale, spread, plot.x() + step * (spread.to() - spread.from()));
    columns(curves, spread, plot);
  }

  private static Scale scale(List<Curve> curves, Rect plot) {
    double most = sizes(curves).max().orElse(1);
    double least = sizes(curves).filter(size -> size > 0).min().orElse(most);
    int to = (int) Math.ceil(Math.log10(Math.max(most, Double.MIN_NORMAL)));
    int from = (int) Math.floor(Math.log10(Math.max(least, Double.MIN_NORMAL)));
    return new Scale(Math.max(Math.min(from, to - 1), to - MOST_DECADES), to, plot);
  }

  private static DoubleStream sizes(List<Curve> curves) {
    return curves.stream().flatMapToDouble(one -> one.sizes().stream().mapToDouble(x -> x));
  }

  private void grid(Scale scale) {
    int decades = scale.to() - scale.from();
    int every = Math.max(1, (int) Math.ceil(decades * 15 / scale.plot().height()));
    for (int power = scale.from(); power <= scale.to(); power++) {
      if ((power - scale.to()) % every == 0) {
        double y = scale.y(Math.pow(10, power));
        drawing.line(scale.plot().x(), y, scale.plot().right(), y, Stroke.of(Ink.LINE, 1));
        drawing.text(
            scale.plot().x() - 8, y + 4, powerOfTen(power), Style.AXIS, Ink.FAINT, Align.END);
      }
    }
  }

  /** {@code 10⁻³}. */
  private static String powerOfTen(int power) {
    StringBuilder says = new StringBuilder("10").append(power < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
      says.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return says.toString();
  }

  private void words(Spread spread, Rect plot) {
    for (UnrolledStep step : scene.unrolled().encoder().getFirst().steps()) {
      if (spread.shows(step.number())) {
        Rect place = spread.word(step.number(), plot.bottom() + 2, 15);
        Words.draw(drawing, place, step.label(), Style.SMALL, Ink.SOFT);
      }
    }
  }

  /** A size of a step: curves go by rows of the source. */
  private double size(Curve curve, int step) {
    return curve.sizes().get(scene.unrolled().row(step));
  }

  private void curve(Curve curve, Scale scale, Spread spread) {
    List<Piece> pieces = new ArrayList<>();
    for (int step = spread.from(); step < spread.to(); step++) {
      double y = scale.y(size(curve, step));
      pieces.add(
          pieces.isEmpty()
              ? new Piece.Move(spread.x(step), y)
              : new Piece.Straight(spread.x(step), y));
    }
    drawing.add(Mark.Path.stroked(pieces, stroke(curve.kind())));
  }

  private static Stroke stroke(Kind kind) {
    Stroke thin = Stroke.of(tint(kind), 1.75);
    return switch (kind) {
      case OWN -> Stroke.of(tint(kind), 3);
      case RNN -> thin.dashed(2, 4);
      case GRU -> thin.dashed(7, 4);
      case LSTM -> thin;
      case OPEN -> thin.dashed(9, 3);
      case ATTENTION -> thin.dashed(1, 5);
    };
  }

  private static Tint tint(Kind kind) {
    return switch (kind) {
      case OWN -> Tint.of(Ink.ACCENT);
      case RNN -> Tint.of(Ink.FAINT);
      case GRU -> new Tint.Head(1);
      case LSTM -> new Tint.Head(2);
      case OPEN -> new Tint.Head(4);
      case ATTENTION -> new Tint.Head(3);
    };
  }

  private String name(Kind kind) {
    return drawing.frame().text("figure.recurrent.gradient." + kind.key(), scene.model());
  }

  /** Beside the curves' ends, so far apart that they can be read. */
  private void names(List<Curve> curves, Scale scale, Spread spread, double x) {
    List<Curve> ordered =
        curves.stream()
            .sorted(Comparator.comparingDouble(one -> -size(one, spread.to() - 1)))
            .toList();
    double room = scale.plot().bottom() - scale.plot().y();
    double apart = Math.min(LINE, room / Math.max(1, ordered.size()));
    double last = scale.plot().y() - apart;
    for (int i = 0; i < ordered.size(); i++) {
      Curve curve = ordered.get(i);
      double lowest = scale.plot().bottom() - (ordered.size() - 1 - i) * apart;
      double y = Math.min(lowest, Math.max(scale.y(size(curve, spread.to() - 1)), last + apart));
      last = y;
      drawing.line(x + 4, y, x + 26, y, stroke(curve.kind()));
      drawing.text(
          x + 31,
          y + 4,
          drawing.measure().shortened(name(curve.kind()), Style.SMALL, NAMES - 33),
          Style.SMALL,
          Ink.TEXT,
          Align.START);
    }
  }

  /** What stands over a word is all curves' numbers there. */
  private void columns(List<Curve> curves, Spread spread, Rect plot) {
    for (int step = spread.from(); step < spread.to(); step++) {
      String label = scene.unrolled().encoder().getFirst().steps().get(step).label();
      int at = step;
      String sizes =
          curves.stream()
              .map(curve -> name(curve.kind()) + " " + Numbers.prose(size(curve, at)))
              .collect(Collectors.joining(", "));
      Rect place = spread.word(step, plot.y(), plot.height() + 17);
      String says = drawing.frame().text("figure.recurrent.read", step, label) + " · " + sizes;
      drawing.hit(place, new Target.Area(Region.row(EMBEDDING, scene.unrolled().row(step))), says);
      drawing.say(says);
    }
  }
}
