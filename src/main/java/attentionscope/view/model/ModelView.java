package attentionscope.view.model;

import attentionscope.figure.Ramp;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.model.ModelFacts;
import attentionscope.figure.model.ModelFigure;
import attentionscope.figure.model.ModelParts;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.CanvasView;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Look;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A whole model: its stack of layers, or every matrix of its files. */
public final class ModelView extends CanvasView {

  private final TallFigure stack;
  private final Tensors tensors;
  private final Switches switches;
  private final Consumer<Intent> intents;
  private Optional<Shown> shown = Optional.empty();

  /** The layer that was brought into sight last; whoever scrolls away from it may do so. */
  private Optional<TensorId> revealed = Optional.empty();

  /** Found once a run. */
  private Optional<ModelParts> parts = Optional.empty();

  /**
   * @param canvas on which the stack is drawn
   * @param matrix on which a matrix of the model's files is drawn
   * @param open asks for another model
   */
  public ModelView(
      Drawer drawer,
      FigureCanvas canvas,
      FigureCanvas matrix,
      Consumer<Intent> intents,
      Runnable open) {
    super(View.MODEL, Feather.BOX, 560, drawer, canvas);
    this.intents = intents;
    stack = new TallFigure(canvas);
    tensors = new Tensors(drawer, matrix, intents);
    switches = new Switches(intents, open);
    canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getStyleClass().add("model-view");
    setCenter(new StackPane(stack, tensors));
  }

  @Override
  public void show(Shown now) {
    shown = Optional.of(now);
    switches.show(now);
    boolean files = now.looksAtFiles();
    stack.setVisible(!files);
    tensors.setVisible(files);
    if (files) {
      tensors.show(now);
    } else {
      showStack(now);
    }
  }

  private void showStack(Shown now) {
    Trace trace = now.trace();
    ModelParts all =
        parts.filter(one -> one.trace() == trace).orElseGet(() -> ModelParts.of(trace));
    parts = Optional.of(all);
    OpenedModel opened = now.opened();
    List<String> facts = ModelFacts.of(now.workspace().model(), opened.card(), all, now.texts());
    IntFunction<String> label = opened::label;
    ModelFigure figure = new ModelFigure(all, facts, label, look(now.workspace().look()), focus());
    stack.setHeight((width, height) -> figure.height(frame(now, width, height)));
    canvas()
        .show(
            (width, height) -> figure.draw(frame(now, width, height)),
            now.theme().palette(),
            Optional.empty());
    Optional<TensorId> layer = focus().flatMap(all::layerOf).map(ModelParts.Layer::id);
    if (!layer.equals(revealed)) {
      revealed = layer;
      // where it is, is known once it is laid out
      layer.ifPresent(id -> Platform.runLater(() -> reveal(id)));
    }
  }

  private void reveal(TensorId layer) {
    canvas()
        .figure()
        .placeOf(ModelFigure.opening(layer))
        .ifPresent(place -> stack.reveal(place.y(), place.bottom()));
  }

  private static MatrixLook look(Look look) {
    return MatrixLook.PLAIN
        .withTransposed(look.transposed())
        .withWeights(Ramp.ofKey(look.colours().key()).orElse(Ramp.BLUE));
  }

  private Optional<TensorId> focus() {
    return shown.flatMap(now -> now.workspace().focus()).map(Region::id);
  }

  /** A layer is opened, or closed where it is open. */
  @Override
  public void pressed(Target.Control control) {
    ModelFigure.opens(control).flatMap(this::layer).ifPresent(this::look);
  }

  private Optional<ModelParts.Layer> layer(TensorId id) {
    return parts.stream()
        .flatMap(all -> all.stacks().stream())
        .flatMap(all -> all.layers().stream())
        .filter(layer -> layer.id().equals(id))
        .findFirst();
  }

  private void look(ModelParts.Layer layer) {
    intents.accept(new Intent.Focus(Region.all(layer.result().id())));
  }

  /** Up and down go from layer to layer, Enter opens what is looked at. */
  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || parts.isEmpty()) {
      return;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.UP || code == KeyCode.DOWN) {
      Layers.next(parts.get(), focus(), code == KeyCode.UP).ifPresent(this::look);
      event.consume();
    } else if (code == KeyCode.ENTER) {
      focus().map(id -> new Intent.Enlarge(Region.all(id))).ifPresent(intents);
      event.consume();
    }
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(switches);
  }

  @Override
  public Node first() {
    return tensors.isVisible() ? tensors.first() : canvas();
  }

  @Override
  public Optional<Node> find(Control control) {
    return control == Control.HEADS ? Optional.of(canvas()) : Optional.empty();
  }

  @Override
  public String hint() {
    return tensors.isVisible() ? "view.model.files-hint" : "view.model.hint";
  }
}
