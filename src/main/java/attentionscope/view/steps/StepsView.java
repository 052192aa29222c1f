package attentionscope.view.steps;

import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.Stage;
import attentionscope.figure.steps.StepsFigure;
import attentionscope.figure.steps.StepsTimeline;
import attentionscope.files.Problem;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.CanvasView;
import attentionscope.view.Drawer;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Place;
import attentionscope.workspace.View;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.material2.Material2AL;

/** One head's calculation at one moment. */
public final class StepsView extends CanvasView {

  private final Consumer<Intent> intents;
  private final Knobs knobs;
  private final Travel travel = new Travel(this::draw);

  private Optional<StepsTimeline> timeline = Optional.empty();
  private Optional<Shown> shown = Optional.empty();

  public StepsView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    super(View.STEPS, Material2AL.FUNCTIONS, 640, drawer, canvas);
    this.intents = intents;
    this.knobs = new Knobs(intents);
  }

  @Override
  public void show(Shown now) {
    knobs.show(now);
    Optional<StepsTimeline> next = timeline(now);
    boolean sameHead =
        next.isPresent()
            && timeline.isPresent()
            && next.get().size() == timeline.get().size()
            && next.get().head().id().equals(timeline.get().head().id());
    boolean otherStep =
        !place(now).equals(shown.flatMap(StepsView::place)) && place(now).isPresent();
    timeline = next;
    shown = Optional.of(now);
    if (next.isPresent()) {
      int moment = next.get().at(now.workspace().moment(), now.workspace().focus()).index();
      if (sameHead && otherStep) {
        travel.to(moment);
      } else {
        travel.at(moment);
      }
    }
  }

  private static Optional<Place> place(Shown shown) {
    return shown.workspace().place();
  }

  private static Optional<StepsTimeline> timeline(Shown shown) {
    return FocusedHead.of(shown.trace(), shown.workspace().focus())
        .flatMap(
            head -> {
              try {
                return Optional.of(StepsTimeline.of(shown.trace(), head.id()));
              } catch (Problem onlyWeights) {
                // A run that kept nothing but weights has no steps to show.
                return Optional.empty();
              }
            });
  }

  private void draw(int moment) {
    if (timeline.isEmpty() || shown.isEmpty()) {
      return;
    }
    StepsTimeline steps = timeline.get();
    Shown now = shown.get();
    Optional<CellRef> cell = now.workspace().focus().flatMap(Region::asCell);
    canvas()
        .show(
            (width, height) ->
                new StepsFigure(
                        steps,
                        steps.at(moment),
                        MatrixLook.PLAIN,
                        Pointing.NONE
                            .withSelected(cell)
                            .withHighlights(now.workspace().highlight()))
                    .draw(frame(now, width, height)),
            now.theme().palette(),
            cell);
  }

  @Override
  public void pressed(Target.Control control) {
    Optional<Stage> stage = Stage.of(control);
    if (stage.isPresent() && timeline.isPresent()) {
      OptionalInt first = timeline.get().first(stage.get());
      first.ifPresent(moment -> intents.accept(new Intent.MoveTo(moment)));
    }
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(knobs);
  }

  @Override
  public Optional<Node> find(Control control) {
    return switch (control) {
      case SCALE -> Optional.of(knobs.scale());
      case MASK -> Optional.of(knobs.mask());
      case POSITIONS -> Optional.<Node>of(knobs.positions()).filter(Node::isVisible);
      default -> Optional.empty();
    };
  }
}
