package attentionscope.figure.train;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.train.Trainer;
import attentionscope.workspace.laboratory.Glance;
import attentionscope.workspace.laboratory.LabState;
import attentionscope.workspace.laboratory.RunSoFar;
import attentionscope.workspace.laboratory.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The curves of a training and how it stands: loss, right answers to unseen samples, the learning
 * rate, the gradients' norm. A press on a curve goes to that step.
 *
 * @param state with at least one run
 * @param at the step that is looked at
 */
@BuildsKeys("figure.train.ended.")
public record CurvesFigure(LabState state, int at) {

  private static final double SIDE = 4;
  private static final double LINE = 24;
  private static final double BETWEEN = 18;
  private static final double SMALL_SHARE = 0.24;
  private static final Type NOW = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type QUIET = Type.ui(12);

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room =
        new Rect(SIDE, 0, frame.width() - 2 * SIDE, Math.max(LINE + 60, frame.height()) - SIDE);
    line(drawing, room);
    double top = room.y() + LINE;
    double height = room.bottom() - top;
    double small = Math.floor(room.width() * SMALL_SHARE);
    double large = Math.floor((room.width() - small - 2 * BETWEEN) / 2);
    double half = Math.floor((height - 8) / 2);
    double third = room.right() - small;
    List<Rect> areas = new ArrayList<>();
    areas.add(loss(frame).draw(drawing, new Rect(room.x(), top, large, height)));
    areas.add(right(frame).draw(drawing, new Rect(room.x() + large + BETWEEN, top, large, height)));
    areas.add(rate(frame).draw(drawing, new Rect(third, top, small, half)));
    areas.add(norm(frame).draw(drawing, new Rect(third, top + half + 8, small, half)));
    areas.forEach(area -> hits(drawing, area));
    return drawing.figure();
  }

  private int steps() {
    return state.runs().getFirst().plan().steps();
  }

  /** How far it is, how fast, and why it has stopped. */
  private void line(Drawing drawing, Rect room) {
    Frame frame = drawing.frame();
    String where = frame.text("figure.train.step", Numbers.grouped(at), Numbers.grouped(steps()));
    drawing.text(room.x(), room.y() + 14, where, NOW, Ink.TEXT, Align.START);
    drawing.say(where);
    double x = room.x() + drawing.measure().width(where, NOW) + BETWEEN;
    String how = how(frame);
    String shown = drawing.measure().shortened(how, QUIET, room.right() - x);
    drawing.text(x, room.y() + 14, shown, QUIET, Ink.SOFT, Align.START);
    drawing.say(how);
  }

  private String how(Frame frame) {
    if (state.fault().isPresent()) {
      return frame.texts().say(state.fault().get());
    }
    if (state.playing()) {
      return state.speed().isPresent()
          ? frame.text("figure.train.speed", Numbers.fixed(state.speed().getAsDouble(), 1))
          : frame.text("figure.train.learning");
    }
    String newest = Numbers.grouped(state.step());
    return state
        .ended()
        .map(ending -> "figure.train.ended." + ending.name().toLowerCase(Locale.ROOT))
        .map(key -> frame.text(key, newest))
        .orElseGet(
            () ->
                state.step() == 0
                    ? frame.text("figure.train.untrained")
                    : frame.text("figure.train.paused", newest));
  }

  private Plot loss(Frame frame) {
    List<Series> all = new ArrayList<>();
    forEach(
        (run, name, index) -> {
          all.add(series(name, Points.ofSteps(run, Trainer.Step::loss), index, false));
          String unseen = frame.text("figure.train.unseen");
          all.add(series(unseen, Points.ofGlances(run, Glance::unseenLoss), index, true));
        });
    return plot(frame.text("figure.train.loss"), all, top(all), value -> fixed(value, 3));
  }

  private Plot right(Frame frame) {
    List<Series> all = new ArrayList<>();
    forEach(
        (run, name, index) -> {
          all.add(series(name, Points.ofGlances(run, Glance::unseen), index, false));
          String learned = frame.text("figure.train.learned");
          all.add(series(learned, Points.ofGlances(run, Glance::learned), index, true));
        });
    return plot(
        frame.text("figure.train.right"), all, 1, value -> Numbers.fixed(value * 100, 0) + " %");
  }

  private Plot rate(Frame frame) {
    List<Series> all = new ArrayList<>();
    forEach(
        (run, name, index) ->
            all.add(series(name, Points.ofSteps(run, Trainer.Step::rate), index, false)));
    double most = state.runs().stream().mapToDouble(run -> run.plan().rate()).max().orElse(0);
    return plot(frame.text("figure.train.rate"), all, most > 0 ? most : 1, value -> small(value));
  }

  private Plot norm(Frame frame) {
    List<Series> all = new ArrayList<>();
    forEach(
        (run, name, index) ->
            all.add(series(name, Points.ofSteps(run, Trainer.Step::norm), index, false)));
    return plot(frame.text("figure.train.norm"), all, top(all), value -> fixed(value, 2));
  }

  private static String fixed(double value, int decimals) {
    return Numbers.fixed(value, decimals);
  }

  private static String small(double value) {
    return value == 0 ? "0" : Numbers.prose(value);
  }

  private interface Each {
    void of(RunSoFar run, String name, int index);
  }

  /** With two runs, each is called by its letter. */
  private void forEach(Each each) {
    for (int i = 0; i < state.runs().size(); i++) {
      each.of(state.runs().get(i), state.runs().size() == 1 ? "" : i == 0 ? "A" : "B", i);
    }
  }

  private static Series series(String name, Points points, int run, boolean dashed) {
    return new Series(name, points, Plot.tint(run), dashed);
  }

  private static double top(List<Series> all) {
    double largest = all.stream().mapToDouble(one -> one.points().largest()).max().orElse(0);
    return largest > 0 ? largest : 1;
  }

  private Plot plot(String title, List<Series> all, double top, DoubleFunction<String> written) {
    return new Plot(title, all, steps(), at, top, written);
  }

  /** Each snapshot that is kept can be gone to, from the middle of its neighbours on. */
  private void hits(Drawing drawing, Rect area) {
    List<Snapshot> kept = state.runs().getFirst().snapshots();
    double from = area.x();
    for (int i = 0; i < kept.size(); i++) {
      int step = kept.get(i).step();
      boolean last = i + 1 == kept.size();
      double middle = last ? step : (step + kept.get(i + 1).step()) / 2.0;
      double to =
          Math.min(area.right(), area.x() + area.width() * middle / steps() + (last ? 6 : 0));
      if (to > from) {
        String says = drawing.frame().text("figure.train.go", Numbers.grouped(step));
        drawing.hit(new Rect(from, area.y(), to - from, area.height()), Steps.target(step), says);
      }
      from = Math.max(from, to);
    }
  }
}
