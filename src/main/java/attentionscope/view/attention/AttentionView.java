package attentionscope.view.attention;

import attentionscope.figure.Ramp;
import attentionscope.figure.Target;
import attentionscope.figure.heads.AttentionFigure;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.view.CanvasView;
import attentionscope.view.Drawer;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Look;
import attentionscope.workspace.View;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** A matrix, large, and every head of the run, small. */
public final class AttentionView extends CanvasView {

  private final Switches switches;
  private MatrixLook.Reduction reduction = MatrixLook.Reduction.MAX;
  private Optional<Shown> shown = Optional.empty();

  public AttentionView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    super(View.ATTENTION, Feather.GRID, 400, drawer, canvas);
    this.switches = new Switches(intents);
  }

  @Override
  public void show(Shown now) {
    shown = Optional.of(now);
    switches.show(now);
    Optional<Node> open = open(now);
    Optional<Region> focus = now.workspace().focus();
    open.ifPresent(
        node ->
            canvas()
                .show(
                    (width, height) ->
                        new AttentionFigure(
                                now.trace(),
                                node,
                                look(now.workspace().look()),
                                Pointing.NONE
                                    .withSelected(focus.flatMap(Region::asCell))
                                    .withHighlights(now.workspace().highlight()))
                            .draw(frame(now, width, height)),
                    now.theme().palette(),
                    focus.flatMap(Region::asCell)));
  }

  /** The matrix that the focus is in; without a focus, the weights of the first head. */
  private static Optional<Node> open(Shown shown) {
    return shown
        .workspace()
        .focus()
        .flatMap(focus -> shown.trace().find(focus.id()))
        .or(
            () ->
                FocusedHead.of(shown.trace(), Optional.empty())
                    .flatMap(head -> shown.trace().find(head.weights())));
  }

  private MatrixLook look(Look look) {
    return MatrixLook.PLAIN
        .withTransposed(look.transposed())
        .withReduction(reduction)
        .withWeights(Ramp.ofKey(look.colours().key()).orElse(Ramp.BLUE));
  }

  @Override
  public void pressed(Target.Control control) {
    if (control.equals(HeatmapFigure.REDUCTION)) {
      reduction =
          reduction == MatrixLook.Reduction.MAX
              ? MatrixLook.Reduction.MEAN
              : MatrixLook.Reduction.MAX;
      shown.ifPresent(this::show);
    }
  }

  @Override
  public Optional<javafx.scene.Node> controls() {
    return Optional.of(switches);
  }

  @Override
  public Optional<javafx.scene.Node> find(Control control) {
    return switch (control) {
      case TRANSPOSE -> Optional.of(switches.transpose());
      case HEADS -> Optional.of(canvas());
      case KIND -> switches.kinds().found();
      default -> Optional.empty();
    };
  }
}
