package attentionscope.view.heads;

import attentionscope.figure.Ramp;
import attentionscope.figure.heads.HeadGroup;
import attentionscope.figure.heads.HeadsFigure;
import attentionscope.figure.heads.MeasuredHead;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.CanvasView;
import attentionscope.view.Drawer;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import attentionscope.workspace.Look;
import attentionscope.workspace.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.material2.Material2AL;

/** All heads of one kind of attention; a press opens one, arrow keys go from one to the next. */
public final class HeadsView extends CanvasView {

  private final Consumer<Intent> intents;
  private final Arrangement arrangement;
  private Optional<Shown> shown = Optional.empty();

  /** Measuring takes time that grows with the square of the text: once a run and kind. */
  private Optional<Measured> measured = Optional.empty();

  private record Measured(Trace trace, HeadGroup group, List<MeasuredHead> heads) {}

  public HeadsView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    super(View.HEADS, Material2AL.APPS, 560, drawer, canvas);
    this.intents = intents;
    arrangement = new Arrangement(intents);
    canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  @Override
  public void show(Shown now) {
    shown = Optional.of(now);
    measured = measured(now);
    HeadsLook look = now.workspace().look().heads();
    List<MeasuredHead> heads = measured.map(Measured::heads).orElse(List.of());
    List<Order> orders =
        Arrays.stream(Order.values())
            .filter(order -> MeasuredHead.nearest(heads, order) == order)
            .toList();
    Order by = MeasuredHead.nearest(heads, look.order());
    double largest = heads.stream().mapToDouble(head -> head.measure(by).orElse(0)).max().orElse(0);
    arrangement.show(now, orders, by, largest);
    measured.ifPresent(there -> draw(now, there));
  }

  private Optional<Measured> measured(Shown now) {
    Optional<FocusedHead> head = FocusedHead.of(now.trace(), now.workspace().focus());
    Optional<HeadGroup> group =
        head.flatMap(
            one ->
                HeadGroup.of(now.trace()).stream()
                    .filter(all -> all.layers().contains(one.site()))
                    .findFirst());
    Optional<Measured> before =
        measured.filter(
            one -> one.trace() == now.trace() && group.equals(Optional.of(one.group())));
    return before.isPresent()
        ? before
        : group.map(one -> new Measured(now.trace(), one, MeasuredHead.of(now.trace(), one)));
  }

  private void draw(Shown now, Measured there) {
    List<Region> pointed = new ArrayList<>(now.workspace().highlight());
    now.workspace().focus().ifPresent(pointed::add);
    Look look = now.workspace().look();
    MatrixLook drawn =
        MatrixLook.PLAIN
            .withTransposed(look.transposed())
            .withWeights(Ramp.ofKey(look.colours().key()).orElse(Ramp.BLUE));
    canvas()
        .show(
            (width, height) ->
                new HeadsFigure(
                        there.group(),
                        there.heads(),
                        look.heads(),
                        drawn,
                        Pointing.NONE.withHighlights(pointed))
                    .draw(frame(now, width, height)),
            now.theme().palette(),
            Optional.empty());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || shown.isEmpty()) {
      return;
    }
    Optional<Region> head =
        FocusedHead.of(shown.get().trace(), shown.get().workspace().focus())
            .map(one -> Region.all(one.weights()));
    KeyCode code = event.getCode();
    if (code.isArrowKey()) {
      TileCursor.next(canvas().figure(), head, code).map(Intent.Focus::new).ifPresent(intents);
      event.consume();
    } else if (code == KeyCode.ENTER) {
      head.map(Intent.Enlarge::new).ifPresent(intents);
      event.consume();
    }
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(arrangement);
  }

  @Override
  public Optional<Node> find(Control control) {
    return control == Control.HEADS ? Optional.of(canvas()) : arrangement.find(control);
  }

  @Override
  public String hint() {
    return "view.heads.hint";
  }
}
