package attentionscope.view.plane;

import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.plane.NoPlaneFigure;
import attentionscope.figure.plane.Plane;
import attentionscope.figure.plane.PlaneFigure;
import attentionscope.figure.plane.Vec;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.files.Problem;
import attentionscope.lesson.prose.Control;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.CanvasView;
import attentionscope.view.Drawer;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;

/** A query among keys, and what follows from where it is dragged. */
public final class PlaneView extends CanvasView {

  /** Shipped models whose heads can be drawn. */
  public static final List<String> MODELS = List.of("toy/dictionary", "toy/two-heads");

  private static final double SMALL_STEP = 0.1;
  private static final double LARGE_STEP = 1;
  private static final double FARTHEST = 1000;

  private final Consumer<Intent> intents;
  private final Switches switches;
  private final Moving moving = new Moving(this::moved);

  private Optional<Shown> shown = Optional.empty();
  private Optional<HeadNodes> head = Optional.empty();
  private int row;
  private Optional<Hold> hold = Optional.empty();

  public PlaneView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    super(View.PLANE, Feather.ARROW_UP_RIGHT, 640, drawer, canvas);
    this.intents = intents;
    this.switches = new Switches(intents);
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::take);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> letGo());
    // Here the arrow keys move the query, and not the canvas's cursor.
    canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    canvas.addEventFilter(KeyEvent.KEY_RELEASED, event -> keyReleased());
  }

  @Override
  public void show(Shown now) {
    Optional<FocusedHead> open = FocusedHead.of(now.trace(), now.workspace().focus());
    Optional<HeadNodes> next = open.flatMap(one -> nodes(now, one));
    boolean sameHead = next.map(HeadNodes::id).equals(head.map(HeadNodes::id));
    row = next.map(nodes -> row(now, nodes, sameHead ? row : 0)).orElse(0);
    head = next.filter(PlaneFigure::suits);
    shown = Optional.of(now);
    if (!sameHead) {
      hold = Optional.empty();
    }
    open.ifPresent(one -> switches.show(now, one, head, row));
    switches.setVisible(open.isPresent());
    draw(next.map(nodes -> OptionalInt.of(nodes.q().value().numCols)).orElse(OptionalInt.empty()));
  }

  private static Optional<HeadNodes> nodes(Shown shown, FocusedHead open) {
    try {
      return Optional.of(HeadNodes.of(shown.trace(), open.id()));
    } catch (Problem onlyWeights) {
      // A run that kept nothing but weights has no arrows to draw.
      return Optional.empty();
    }
  }

  /** The query that is looked at, else one that is spoken of, else the one there was. */
  private static int row(Shown shown, HeadNodes head, int before) {
    return Stream.concat(shown.workspace().focus().stream(), shown.workspace().highlight().stream())
        .filter(region -> isOfQuery(shown, head, region))
        .map(region -> region.rows().from())
        .findFirst()
        .filter(wanted -> wanted < head.queries())
        .orElse(before < head.queries() ? before : 0);
  }

  private static boolean isOfQuery(Shown shown, HeadNodes head, Region region) {
    List<String> path = region.id().segments();
    List<String> own = head.id().segments();
    return !region.rows().isAll()
        && path.size() > own.size()
        && path.subList(0, own.size()).equals(own)
        && shown
            .trace()
            .find(region.id())
            .filter(node -> node.rows().part() == Axis.Part.QUERIES)
            .isPresent();
  }

  private void draw(OptionalInt dK) {
    Shown now = shown.orElseThrow();
    Optional<CellRef> cell = now.workspace().focus().flatMap(Region::asCell);
    Optional<PlaneFigure> figure = figure();
    canvas()
        .show(
            (width, height) ->
                figure.isPresent()
                    ? figure.get().draw(frame(now, width, height))
                    : new NoPlaneFigure(dK, MODELS).draw(frame(now, width, height)),
            now.theme().palette(),
            cell);
  }

  private Optional<PlaneFigure> figure() {
    OptionalDouble reach =
        hold.map(held -> OptionalDouble.of(held.reach())).orElse(OptionalDouble.empty());
    return head.flatMap(
        nodes ->
            shown.map(
                now ->
                    new PlaneFigure(
                        nodes,
                        row,
                        reach,
                        MatrixLook.PLAIN,
                        Pointing.NONE
                            .withSelected(now.workspace().focus().flatMap(Region::asCell))
                            .withHighlights(now.workspace().highlight()))));
  }

  // moving the query

  private Optional<Plane> plane() {
    return figure()
        .flatMap(
            one ->
                shown.map(now -> one.plane(frame(now, canvas().getWidth(), canvas().getHeight()))));
  }

  private void take(MouseEvent event) {
    boolean onHandle =
        event.getButton() == MouseButton.PRIMARY
            && canvas()
                .figure()
                .at(event.getX(), event.getY())
                .map(Hit.Found::target)
                .filter(PlaneFigure.HANDLE::equals)
                .isPresent();
    if (onHandle) {
      moving.end();
      hold =
          plane().flatMap(plane -> query().map(q -> Hold.of(plane, q, event.getX(), event.getY())));
    }
  }

  private void drag(MouseEvent event) {
    if (hold.isPresent()) {
      plane().ifPresent(plane -> moving.to(hold.get().query(plane, event.getX(), event.getY())));
      event.consume();
    }
  }

  private void letGo() {
    if (hold.isPresent()) {
      moving.end();
      hold = Optional.empty();
      shown.ifPresent(this::show);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (head.isEmpty()) {
      if (event.getCode() == KeyCode.ENTER) {
        intents.accept(new Intent.OpenModel(MODELS.getFirst()));
        event.consume();
      }
      return;
    }
    boolean used =
        event.isAltDown()
            ? chooses(event.getCode())
            : !event.isShortcutDown()
                && moves(event.getCode(), event.isShiftDown() ? LARGE_STEP : SMALL_STEP);
    if (used) {
      event.consume();
    }
  }

  /** A key that is held down makes one movement. */
  private void keyReleased() {
    if (hold.isEmpty()) {
      moving.end();
    }
  }

  private boolean moves(KeyCode code, double step) {
    return switch (code) {
      case LEFT -> moveBy(-step, 0);
      case RIGHT -> moveBy(step, 0);
      case UP -> moveBy(0, step);
      case DOWN -> moveBy(0, -step);
      default -> false;
    };
  }

  private boolean moveBy(double dx, double dy) {
    moving
        .goal()
        .or(this::query)
        .ifPresent(from -> moving.to(new Vec(stepped(from.x(), dx), stepped(from.y(), dy))));
    return true;
  }

  /** Without the traces that adding tenths leaves in the last digits. */
  private static double stepped(double from, double by) {
    double there = Double.isFinite(from) ? from + by : by;
    return by == 0 ? there : Math.clamp(Math.rint(there * 1e4) / 1e4, -FARTHEST, FARTHEST);
  }

  private boolean chooses(KeyCode code) {
    int by = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
    head.filter(nodes -> by != 0)
        .ifPresent(
            nodes -> {
              int other = Math.floorMod(row + by, nodes.queries());
              intents.accept(new Intent.Focus(Region.row(nodes.q().id(), other)));
            });
    return by != 0;
  }

  private Optional<Vec> query() {
    return head.map(nodes -> new Vec(finite(nodes, 0), finite(nodes, 1)));
  }

  private double finite(HeadNodes nodes, int column) {
    float value = nodes.q().at(row, column);
    return Float.isFinite(value) ? value : 0;
  }

  private void moved(Vec there, long movement) {
    if (head.isPresent() && shown.isPresent()) {
      TensorId q = head.get().q().id();
      intents.accept(new Intent.Drag(QueryChange.put(shown.get(), q, row, there), movement));
    }
  }

  @Override
  public boolean held() {
    return hold.isPresent();
  }

  // the rest of a view

  @Override
  public void pressed(Target.Control control) {
    NoPlaneFigure.opens(control).map(Intent.OpenModel::new).ifPresent(intents);
  }

  @Override
  public String hint() {
    return head.isPresent() ? "plane.hint" : "plane.none.hint";
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(switches);
  }

  @Override
  public Optional<Node> find(Control control) {
    return switch (control) {
      case PLANE_HEAD -> Optional.<Node>of(switches.heads()).filter(Node::isVisible);
      case PUT_BACK -> Optional.<Node>of(switches.back()).filter(Node::isVisible);
      default -> Optional.empty();
    };
  }
}
