package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Path;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.generate.BeamNode.Kind;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.Searched;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Search;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * The tree that a beam search grows, as far as it is shown: kept, pruned (dashed) and finished
 * hypotheses, and the way to the best once it has ended. A press has its prefix read.
 */
@BuildsKeys("figure.generate.beam.fate.")
record BeamTree(Drawing drawing, Outlook outlook, Search search, Writing writing) {

  /** Controls are {@code generate.hypothesis.4}, and {@code …prompt} for what was there before. */
  static final String CONTROL = "generate.hypothesis.";

  static final String PROMPT = CONTROL + "prompt";
  private static final double LEGEND = 22;
  private static final double NARROWEST = 52;
  private static final double WIDEST = 104;
  private static final Type SMALL = Type.ui(11);

  private int moment() {
    return search.shown(writing.beams());
  }

  /** How tall it would be with everything in sight. */
  double wants() {
    return BeamTitle.HEIGHT + BeamLayout.wants(search) + LEGEND;
  }

  void draw(Rect room) {
    new BeamTitle(drawing, outlook, search, moment()).draw(room);
    Rect tree =
        new Rect(
            room.x(),
            room.y() + BeamTitle.HEIGHT,
            room.width(),
            room.height() - BeamTitle.HEIGHT - LEGEND);
    BeamLayout draft = new BeamLayout(search, moment(), tree, NARROWEST);
    BeamNode nodes = new BeamNode(drawing, draft.lines());
    BeamLayout layout = new BeamLayout(search, moment(), tree, width(draft, nodes));
    BeamPaths paths = BeamPaths.of(search.found(), moment());
    OptionalInt read = search.read(writing);
    List<Hypothesis> shown =
        layout.steps().stream()
            .flatMap(step -> step.candidates().stream())
            .filter(number -> layout.place(number).isPresent())
            .map(search.found().tree()::get)
            .toList();
    // the best lies over all others
    shown.stream()
        .filter(one -> !paths.best().contains(one.number()))
        .forEach(one -> way(layout, one, kind(one, paths, OptionalInt.empty())));
    shown.stream()
        .filter(one -> paths.best().contains(one.number()))
        .forEach(one -> way(layout, one, Kind.BEST));
    root(layout, read);
    for (Hypothesis one : shown) {
      Rect place = layout.place(one.number()).orElseThrow();
      Kind kind = kind(one, paths, read);
      nodes.draw(place, one, name(one), kind);
      drawing.hit(place, new Target.Control(CONTROL + one.number()), says(one, paths));
    }
    legend(new Rect(room.x(), layout.bottom(), room.width(), LEGEND), nodes.lines());
  }

  /** Wide enough for nearly everything that is in sight. */
  private double width(BeamLayout draft, BeamNode nodes) {
    ToDoubleFunction<Hypothesis> wants = one -> nodes.wants(one, name(one));
    double widest =
        search.found().tree().stream()
            .filter(one -> one.step() < moment())
            .mapToDouble(wants)
            .max()
            .orElse(NARROWEST);
    double enough = Math.clamp(widest, NARROWEST, WIDEST);
    return Math.min(enough, Math.max(NARROWEST, draft.room().width() / 4));
  }

  private String name(Hypothesis one) {
    return TokenNames.shown(outlook.label(one.token()));
  }

  private static Kind kind(Hypothesis one, BeamPaths paths, OptionalInt read) {
    if (read.equals(OptionalInt.of(one.number()))) {
      return Kind.READ;
    }
    if (paths.best().contains(one.number())) {
      return Kind.BEST;
    }
    return switch (one.fate()) {
      case FINISHED -> paths.alive().contains(one.number()) ? Kind.FINISHED : Kind.DEAD;
      case DROPPED -> Kind.DROPPED;
      case ALIVE -> paths.alive().contains(one.number()) ? Kind.ALIVE : Kind.DEAD;
    };
  }

  private void way(BeamLayout layout, Hypothesis one, Kind kind) {
    Rect to = layout.place(one.number()).orElseThrow();
    layout.before(one.number()).ifPresent(from -> curve(from, to, kind.way()));
  }

  private void curve(Rect from, Rect to, Stroke stroke) {
    double middle = (from.right() + to.x()) / 2;
    drawing.add(
        Path.stroked(
            List.of(
                new Piece.Move(from.right(), from.centerY()),
                new Piece.Curve(
                    middle, from.centerY(), middle, to.centerY(), to.x(), to.centerY())),
            stroke));
  }

  /** What was there before; what has been written since, where the beginning is out of sight. */
  private void root(BeamLayout layout, OptionalInt read) {
    Rect place = layout.root();
    boolean all = layout.first() == 0;
    boolean here = read.isEmpty() && writing.read().equals(search.before());
    drawing.fill(place, 5, Tint.of(here ? Ink.ACCENT : Ink.RAISED));
    String says =
        all
            ? TokenNames.shown(outlook.label(search.prompt().getLast()))
            : "+ " + Numbers.whole(layout.first());
    String shown = drawing.measure().shortened(says, BeamNode.TOKEN, place.width() - 8);
    drawing.centred(place, shown, BeamNode.TOKEN, Tint.of(here ? Ink.ON_ACCENT : Ink.SOFT));
    drawing.hit(
        place, new Target.Control(PROMPT), drawing.frame().text("figure.generate.beam.prompt"));
  }

  private String says(Hypothesis one, BeamPaths paths) {
    Kind kind = kind(one, paths, OptionalInt.empty());
    String fate = kind.name().toLowerCase(Locale.ROOT);
    return drawing
        .frame()
        .text(
            "figure.generate.beam.node",
            name(one),
            Numbers.cell(StrictMath.exp(one.logProbability())),
            Numbers.prose(one.logProbability()),
            Numbers.prose(one.sum()),
            Numbers.prose(one.normalized()),
            drawing.frame().text("figure.generate.beam.fate." + fate));
  }

  /** What the numbers and edges mean. */
  private void legend(Rect room, int lines) {
    double base = room.y() + 15;
    double x = room.x();
    for (Kind kind : List.of(Kind.ALIVE, Kind.DROPPED, Kind.FINISHED, Kind.BEST)) {
      Rect swatch = new Rect(x, base - 10, 16, 12);
      drawing.fill(swatch, 3, kind.tint());
      drawing.outline(swatch, 3, kind.stroke());
      String says =
          drawing.frame().text("figure.generate.beam.fate." + kind.name().toLowerCase(Locale.ROOT));
      drawing.text(swatch.right() + 6, base, says, SMALL, Ink.SOFT, Align.START);
      x = swatch.right() + 6 + drawing.measure().width(says, SMALL) + 16;
    }
    String numbers =
        drawing
            .frame()
            .text(lines > 1 ? "figure.generate.beam.numbers" : "figure.generate.beam.number");
    String shown = drawing.measure().shortened(numbers, SMALL, room.right() - x);
    drawing.text(room.right(), base, shown, SMALL, Ink.FAINT, Align.END);
  }

  /** What the last step that is shown has kept. */
  static Searched.Step last(Search search, int moment) {
    return search.found().steps().get(moment - 1);
  }
}
