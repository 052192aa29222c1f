package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.workspace.RecurrentPanel;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A recurrent model through time, and below it what was asked for.
 *
 * @param scene all that is shown
 */
public record RecurrentFigure(RecurrentScene scene) {

  private static final double TOP = 6;
  private static final double BETWEEN = 14;
  private static final double SHARE = 0.55;
  private static final double LESS = 0.46;

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room =
        new Rect(
            Style.SIDE,
            TOP,
            Math.max(1, frame.width() - 2 * Style.SIDE),
            Math.max(1, frame.height() - 2 * TOP));
    UnrolledPart unrolled = new UnrolledPart(drawing, scene);
    double high =
        Math.clamp(
            room.height() * (scene.panel() == RecurrentPanel.MODELS ? LESS : SHARE),
            unrolled.least(),
            Math.max(unrolled.least(), unrolled.most()));
    unrolled.draw(new Rect(room.x(), room.y(), room.width(), high));
    double top = room.y() + high + BETWEEN;
    Rect below = new Rect(room.x(), top, room.width(), Math.max(1, room.bottom() - top));
    switch (scene.panel()) {
      case STEP -> new StepPanel(drawing, scene).draw(below);
      case GRADIENTS -> new GradientPanel(drawing, scene).draw(below);
      case LENGTHS -> new LengthPanel(drawing, scene).draw(below);
      case MODELS -> new ReadersPanel(drawing, scene).draw(below);
    }
    return drawing.figure();
  }

  /** The moment that a press on a row of the alignment asks for. */
  public static OptionalInt moment(Target.Control control, RecurrentTimeline timeline) {
    return control.id().startsWith(AlignmentGrid.STEP)
        ? OptionalInt.of(
            timeline.ofDecoder(
                Integer.parseInt(control.id().substring(AlignmentGrid.STEP.length()))))
        : OptionalInt.empty();
  }

  /** The model that a press asks to read the same text. */
  public static Optional<String> model(Target.Control control) {
    return behind(control, ReadersPanel.OPEN);
  }

  /** The model that a press asks to open, with the text that it came with. */
  public static Optional<String> example(Target.Control control) {
    return behind(control, NothingFigure.OPEN);
  }

  private static Optional<String> behind(Target.Control control, String beginning) {
    return control.id().startsWith(beginning)
        ? Optional.of(control.id().substring(beginning.length()))
        : Optional.empty();
  }
}
