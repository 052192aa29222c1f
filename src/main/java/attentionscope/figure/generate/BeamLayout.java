package attentionscope.figure.generate;

import attentionscope.figure.Rect;
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.Searched;
import attentionscope.workspace.Search;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the hypotheses of a beam search stand: a column a step, the likeliest on top. Where there
 * are more steps than columns the last ones are shown.
 *
 * @param search what was found
 * @param moment how many of its steps are shown
 * @param room all there is
 * @param box how wide a hypothesis is
 */
record BeamLayout(Search search, int moment, Rect room, double box) {

  private static final double BETWEEN = 26;
  private static final double ROOMY = 40;
  private static final double LEAST = 19;
  private static final double TALLEST = 54;
  private static final double GAP = 5;

  /** How many lines of text a hypothesis has room for: 3, 2 or 1. */
  int lines() {
    return pitch() >= ROOMY ? 3 : pitch() >= ROOMY * 0.75 ? 2 : 1;
  }

  /** How tall it would be with all lines in sight. */
  static double wants(Search search) {
    return most(search) * TALLEST;
  }

  private static int most(Search search) {
    return search.found().steps().stream()
        .mapToInt(step -> step.candidates().size())
        .max()
        .orElse(1);
  }

  private double pitch() {
    return Math.clamp(room.height() / most(search), LEAST, TALLEST);
  }

  /** How many candidates of a step find room. */
  private int rows() {
    return Math.max(1, (int) Math.floor(room.height() / pitch() + 1e-9));
  }

  private double column() {
    return box + BETWEEN;
  }

  /** The first step that is shown; before it stands what it continues. */
  int first() {
    int columns = (int) Math.floor((room.width() - box) / column());
    return Math.max(0, moment - Math.max(1, columns));
  }

  /** The steps that are shown. */
  List<Searched.Step> steps() {
    return search.found().steps().subList(first(), moment);
  }

  /** Where the prompt stands, or what was written before the first step that is shown. */
  Rect root() {
    double high = pitch() - GAP;
    double middle = room.y() + Math.min(rows(), search.beams().width()) * pitch() / 2;
    return new Rect(room.x(), middle - high / 2, box, high);
  }

  /** Where a hypothesis stands; empty where it is not shown. */
  Optional<Rect> place(int number) {
    Hypothesis one = search.found().tree().get(number);
    if (one.step() < first() || one.step() >= moment) {
      return Optional.empty();
    }
    int rank = search.found().steps().get(one.step()).candidates().indexOf(number);
    if (rank >= rows()) {
      return Optional.empty();
    }
    double x = room.x() + (one.step() - first() + 1) * column();
    double y = room.y() + rank * pitch() + GAP / 2;
    return Optional.of(new Rect(x, y, box, pitch() - GAP));
  }

  /** Where the connector to a hypothesis begins: its parent, or all that came before. */
  Optional<Rect> before(int number) {
    OptionalInt parent = search.found().tree().get(number).parent();
    boolean hidden =
        parent.isEmpty() || search.found().tree().get(parent.getAsInt()).step() < first();
    return hidden ? Optional.of(root()) : place(parent.getAsInt());
  }

  /** What is left below the last row. */
  double bottom() {
    return room.y() + Math.min(rows(), most(search)) * pitch();
  }
}
