package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.HeadNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One query among all keys, as arrows in a plane, with the scores, weights and output that follow
 * from it. The query ends in a handle. A pure function of its parts and the frame.
 *
 * @param head a head whose queries and keys have two numbers
 * @param row of the query
 * @param reach how far the plane goes, while that must not change; else as far as the arrows need
 * @param look how weights are coloured
 * @param pointing what is selected and spoken of
 */
public record PlaneFigure(
    HeadNodes head, int row, OptionalDouble reach, MatrixLook look, Pointing pointing) {

  /** What is dragged. */
  public static final Target.Control HANDLE = new Target.Control("handle");

  public PlaneFigure {
    if (!suits(head) || row < 0 || row >= head.queries()) {
      throw new IllegalArgumentException("no query " + row + " of two numbers in " + head.id());
    }
  }

  /** Whether a head's queries and keys can be drawn in a plane. */
  public static boolean suits(HeadNodes head) {
    return head.q().value().numCols == 2 && head.queries() > 0 && head.keys() > 0;
  }

  /** Where the plane is, and what its points are. */
  public Plane plane(Frame frame) {
    Rect rect = PlaneLayout.of(head, row, frame).plane();
    return reach.isPresent()
        ? new Plane(rect, reach.getAsDouble())
        : Plane.holding(vectors(), rect);
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    PlaneLayout layout = PlaneLayout.of(head, row, frame);
    Plane plane = plane(frame);
    ColorScale scores = scores(plane);
    new PlanePainter(drawing, this, plane, scores).draw();
    PlaneLegend.draw(drawing, head, layout.legend(), plane.rect().x());
    OutcomeColumns columns = OutcomeColumns.of(head, row, layout.numbers(), frame);
    PlaneTitle.draw(drawing, head, row, columns);
    new Outcome(drawing, head, row, columns, scores, ColorScale.of(head.weights(), look)).draw();
    PlaneMarks.draw(drawing, pointing);
    PlaneReading.say(drawing, head, row);
    return drawing.figure();
  }

  /** Every query and every key of the query's sample. */
  private List<Vec> vectors() {
    List<Vec> vectors = new ArrayList<>(keys());
    IntStream.range(0, head.queries()).mapToObj(this::query).forEach(vectors::add);
    return vectors;
  }

  Vec query() {
    return query(row);
  }

  Vec query(int other) {
    return Vec.ofRow(head.q(), other);
  }

  /** The keys that this query looks at, in the order of the scores' columns. */
  List<Vec> keys() {
    return IntStream.range(0, head.keys())
        .mapToObj(key -> Vec.ofRow(head.k(), head.keyRow(row, key)))
        .toList();
  }

  /** Full colour is the score of a query as long as the plane reaches, along the longest key. */
  private ColorScale scores(Plane plane) {
    double longest = keys().stream().filter(Vec::isFinite).mapToDouble(Vec::length).max().orElse(0);
    ColorScale scale = ColorScale.of(head.scores(), look);
    double largest = plane.reach() * longest;
    return new ColorScale(scale.ramp(), largest > 0 ? largest : 1, scale.curve());
  }
}
