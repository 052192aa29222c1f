package attentionscope.view.recurrent;

import attentionscope.figure.Figure;
import attentionscope.figure.Ramp;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.recurrent.NothingFigure;
import attentionscope.figure.recurrent.RecurrentFigure;
import attentionscope.figure.recurrent.RecurrentScene;
import attentionscope.figure.recurrent.RecurrentTimeline;
import attentionscope.figure.recurrent.Unrolled;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.canvas.SizedFigure;
import attentionscope.workspace.Expected;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.Cut;
import attentionscope.workspace.recurrent.RecurrentFindings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A recurrent model through time; the transport goes from step to step. */
public final class RecurrentView extends ScrollPane implements MiddleView {

  /** Below this height it scrolls. */
  private static final double LEAST = 364;

  /** What is offered where nothing is recurrent. */
  private static final List<String> EXAMPLES =
      List.of("trained/dates-additive", "trained/addition-peeky", "trained/word-tags");

  private final Drawer drawer;
  private final FigureCanvas canvas;
  private final Consumer<Intent> intents;
  private final Switches switches;
  private Optional<RecurrentTimeline> timeline = Optional.empty();

  public RecurrentView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    this.drawer = drawer;
    this.canvas = canvas;
    this.intents = intents;
    switches = new Switches(intents);
    canvas.setMinHeight(LEAST);
    setContent(canvas);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setPrefHeight(0);
    setMinHeight(0);
    getStyleClass().add("figures");
  }

  @Override
  public void show(Shown shown) {
    switches.show(shown);
    Optional<CellRef> cell = shown.workspace().focus().flatMap(Region::asCell);
    canvas.show(figure(shown, cell), shown.theme().palette(), cell);
  }

  private SizedFigure figure(Shown shown, Optional<CellRef> cell) {
    Optional<Unrolled> unrolled = Unrolled.of(shown.trace());
    timeline = unrolled.map(RecurrentTimeline::of);
    if (unrolled.isEmpty()) {
      return (width, height) ->
          new NothingFigure(shown.workspace().model(), EXAMPLES)
              .draw(drawer.frame(width, height, shown.texts()));
    }
    RecurrentScene scene = scene(shown, unrolled.get(), timeline.orElseThrow(), cell);
    return (width, height) -> figure(scene, shown, width, height);
  }

  private Figure figure(RecurrentScene scene, Shown shown, double width, double height) {
    return new RecurrentFigure(scene).draw(drawer.frame(width, height, shown.texts()));
  }

  private static RecurrentScene scene(
      Shown shown, Unrolled unrolled, RecurrentTimeline timeline, Optional<CellRef> cell) {
    Workspace workspace = shown.workspace();
    return new RecurrentScene(
        unrolled,
        timeline,
        timeline.at(workspace.moment()),
        workspace.focus(),
        Expected.words(shown.opened(), workspace.input()),
        !workspace.knobs().teacher() && shown.opened().answersItself(),
        Cut.isIn(workspace),
        workspace.look().recurrent(),
        shown
            .findings()
            .filter(RecurrentFindings.class::isInstance)
            .map(RecurrentFindings.class::cast)
            .orElse(RecurrentFindings.NONE),
        workspace.model(),
        MatrixLook.PLAIN.withWeights(
            Ramp.ofKey(workspace.look().colours().key()).orElse(Ramp.BLUE)),
        Pointing.NONE.withSelected(cell).withHighlights(workspace.highlight()));
  }

  @Override
  public void pressed(Target.Control control) {
    timeline
        .map(line -> RecurrentFigure.moment(control, line))
        .ifPresent(moment -> moment.ifPresent(there -> intents.accept(new Intent.MoveTo(there))));
    RecurrentFigure.model(control).map(Intent.Through::new).ifPresent(intents);
    RecurrentFigure.example(control).map(Intent.OpenModel::new).ifPresent(intents);
  }

  @Override
  public View view() {
    return View.RECURRENT;
  }

  @Override
  public Ikon icon() {
    return Feather.ROTATE_CW;
  }

  @Override
  public double wants() {
    return 680;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(switches);
  }

  @Override
  public Node first() {
    return canvas;
  }

  @Override
  public void point(List<Region> regions) {
    canvas.point(regions);
  }

  @Override
  public Optional<Node> find(Control control) {
    return switch (control) {
      case RECURRENT_BELOW -> Optional.of(switches.below());
      case TEACHER -> Optional.<Node>of(switches.teacher()).filter(Node::isVisible);
      case REVERSED -> Optional.<Node>of(switches.reversed()).filter(Node::isVisible);
      case CUT -> Optional.<Node>of(switches.cut()).filter(Node::isVisible);
      default -> Optional.empty();
    };
  }

  @Override
  public String hint() {
    return timeline.isPresent() ? "view.recurrent.hint" : "view.recurrent.none";
  }
}
