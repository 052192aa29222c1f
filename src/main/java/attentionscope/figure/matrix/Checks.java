package attentionscope.figure.matrix;

import attentionscope.analysis.Invariants;
import attentionscope.analysis.Invariants.Check;
import attentionscope.analysis.Invariants.Kind;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says below attention weights what must be true of them and marks the rows where it is not. */
@BuildsKeys("figure.check.")
final class Checks {

  private static final Type TYPE = Type.ui(11).weight(Type.Weight.MEDIUM);
  private static final double GAP = 14;

  private final Node node;
  private final List<Check> checks;

  private Checks(Node node, List<Check> checks) {
    this.node = node;
    this.checks = checks;
  }

  static Checks of(Node node) {
    boolean weights = ColorScale.holdsWeights(node) && node.id().leaf().equals("weights");
    return new Checks(node, weights ? Invariants.of(node) : List.of());
  }

  /** Draws each kind of check once, broken ones first, as many as there is room for. */
  void drawLine(Drawing drawing, double x, double right, double middle) {
    double at = x;
    for (Kind kind : kinds()) {
      boolean holds = holds(kind);
      String mark = holds ? " \u2713" : " \u2717";
      String says = drawing.frame().text("figure.check." + key(kind)) + mark;
      double width = drawing.measure().width(says, TYPE);
      if (at + width > right) {
        return;
      }
      Rect rect = new Rect(at, middle - 9, width, 18);
      double base = drawing.measure().baselineIn(rect, TYPE);
      drawing.text(at, base, says, TYPE, holds ? Ink.GOOD : Ink.BAD, Align.START);
      drawing.hit(
          rect, new Target.Area(Region.all(node.id())), sentence(kind, drawing.frame().texts()));
      at += width + GAP;
    }
  }

  /** A bar at the end of every row where a check is broken. */
  void drawRows(Drawing drawing, CellPainter painter, boolean transposed) {
    for (Check check : checks) {
      if (!check.holds()) {
        int row = check.where().rows().from();
        Rect first = painter.rectOf(row, 0);
        Rect line = first.union(painter.rectOf(row, node.value().numCols - 1));
        Stroke stroke = Stroke.of(Tint.of(Ink.BAD), 3);
        if (transposed) {
          drawing.line(line.x(), line.bottom() + 3, line.right(), line.bottom() + 3, stroke);
        } else {
          drawing.line(line.right() + 3, line.y(), line.right() + 3, line.bottom(), stroke);
        }
      }
    }
  }

  void say(Drawing drawing) {
    for (Kind kind : kinds()) {
      drawing.say(sentence(kind, drawing.frame().texts()));
    }
  }

  private List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (Check check : checks) {
      if (!kinds.contains(check.kind())) {
        kinds.add(check.kind());
      }
    }
    kinds.sort(Comparator.comparing(this::holds));
    return kinds;
  }

  private boolean holds(Kind kind) {
    return checks.stream().filter(check -> check.kind() == kind).allMatch(Check::holds);
  }

  /** That it holds in every row, or in which first row it does not and what was measured. */
  private String sentence(Kind kind, Texts texts) {
    return checks.stream()
        .filter(check -> check.kind() == kind && !check.holds())
        .findFirst()
        .map(
            check ->
                texts.get(
                    "figure.check." + key(kind) + ".broken",
                    AxisNames.entry(node.rows(), check.where().rows().from(), texts),
                    check.measured()))
        .orElseGet(() -> texts.get("figure.check." + key(kind) + ".holds"));
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
