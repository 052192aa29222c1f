package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Rect;
import attentionscope.trace.Node;
import java.util.Optional;

/** The alignment as far as it is played, and beside it the open step from within. */
record StepPanel(Drawing drawing, RecurrentScene scene) {

  private static final double BETWEEN = 26;
  private static final double SHARE = 0.48;

  void draw(Rect room) {
    Optional<Node> weights =
        scene.unrolled().weights().filter(node -> scene.unrolled().written() > 0);
    double left = weights.isPresent() ? Math.floor((room.width() - BETWEEN) * SHARE) : 0;
    weights.ifPresent(
        node ->
            new AlignmentGrid(drawing, scene, node)
                .draw(new Rect(room.x(), room.y(), left, room.height())));
    double x = weights.isPresent() ? room.x() + left + BETWEEN : room.x();
    Rect rest = new Rect(x, room.y(), room.right() - x, room.height());
    Optional<UnrolledStep> open = scene.open();
    if (open.isPresent()) {
      new GateRows(drawing, scene, open.get()).draw(rest);
    } else {
      Told.draw(drawing, rest, "figure.recurrent.begin");
    }
  }
}
