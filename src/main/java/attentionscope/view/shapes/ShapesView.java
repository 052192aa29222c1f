package attentionscope.view.shapes;

import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.shapes.AttentionNodes;
import attentionscope.figure.shapes.ShapesFigure;
import attentionscope.figure.shapes.ShapesTimeline;
import attentionscope.figure.shapes.SizePlan;
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
import attentionscope.workspace.OtherSize;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** One attention from its input to its output, at one moment, with one head followed. */
public final class ShapesView extends CanvasView {

  private final Following following;
  private final SizesBar sizes;
  private boolean sizesOpen;
  private List<OtherSize> before = List.of();
  private Optional<Shown> shown = Optional.empty();

  /** Kept while a matrix of all heads is looked at, which says nothing of one. */
  private Optional<FocusedHead> followed = Optional.empty();

  public ShapesView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    super(View.SHAPES, Feather.LAYERS, 640, drawer, canvas);
    following = new Following(intents, this::open);
    sizes = new SizesBar(intents);
    setTop(sizes);
  }

  private void open(boolean on) {
    sizesOpen = on;
    shown.ifPresent(this::show);
  }

  @Override
  public void show(Shown now) {
    shown = Optional.of(now);
    followed = followed(now);
    following.show(now, followed);
    Optional<AttentionNodes> nodes = followed.flatMap(head -> nodes(now, head));
    List<OtherSize> imagined = now.workspace().sizes();
    // Sizes that come with a lesson or a file are shown where they can be changed.
    sizesOpen |= !imagined.isEmpty() && !imagined.equals(before);
    before = imagined;
    following.sizes().setSelected(sizesOpen);
    boolean bar = nodes.isPresent() && sizesOpen;
    sizes.setVisible(bar);
    sizes.setManaged(bar);
    following.sizes().setDisable(nodes.isEmpty());
    nodes.ifPresent(
        there -> {
          sizes.show(now, there);
          draw(now, there);
        });
  }

  /** A matrix of all heads leaves the head that was followed. */
  private Optional<FocusedHead> followed(Shown now) {
    Optional<Region> focus = now.workspace().focus();
    Optional<FocusedHead> head = FocusedHead.of(now.trace(), focus);
    boolean ofOne = focus.map(region -> region.id().segments().contains("head")).orElse(false);
    Optional<FocusedHead> before = followed;
    return !ofOne
            && before.isPresent()
            && head.map(FocusedHead::site).equals(before.map(FocusedHead::site))
        ? before
        : head;
  }

  private static Optional<AttentionNodes> nodes(Shown now, FocusedHead head) {
    try {
      return Optional.of(AttentionNodes.of(now.trace(), head.site(), head.head()));
    } catch (Problem onlyWeights) {
      // A run that kept nothing but weights has no way to show.
      return Optional.empty();
    }
  }

  private void draw(Shown now, AttentionNodes nodes) {
    Workspace workspace = now.workspace();
    SizePlan plan = SizePlan.of(nodes, workspace.sizes());
    ShapesTimeline timeline = ShapesTimeline.of(nodes, plan);
    Optional<CellRef> cell = workspace.focus().flatMap(Region::asCell);
    List<Region> spoken = new ArrayList<>(workspace.highlight());
    workspace.focus().filter(ShapesView::isPart).ifPresent(spoken::add);
    Pointing pointing = Pointing.NONE.withSelected(cell).withHighlights(spoken);
    canvas()
        .show(
            (width, height) ->
                new ShapesFigure(
                        nodes, plan, timeline.at(workspace.moment()), MatrixLook.PLAIN, pointing)
                    .draw(frame(now, width, height)),
            now.theme().palette(),
            cell);
  }

  /** Whether it is a row, a column or a block: a cell has its own outline, a matrix needs none. */
  private static boolean isPart(Region focus) {
    return focus.asCell().isEmpty() && !(focus.rows().isAll() && focus.columns().isAll());
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(following);
  }

  @Override
  public Optional<Node> find(Control control) {
    return following.find(control);
  }
}
