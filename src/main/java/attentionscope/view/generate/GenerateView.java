package attentionscope.view.generate;

import attentionscope.figure.Ramp;
import attentionscope.figure.generate.GenerateFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Drawer;
import attentionscope.view.Intent;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.canvas.SizedFigure;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What the model writes next and how it is chosen; the transport goes on, back and forth. */
public final class GenerateView extends VBox implements MiddleView {

  private final Drawer drawer;
  private final FigureCanvas canvas;
  private final Ways ways;
  private final Sampling sampling;
  private boolean writes;

  public GenerateView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    this.drawer = drawer;
    this.canvas = canvas;
    ways = new Ways(intents);
    sampling = new Sampling(intents);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(sampling, canvas);
  }

  @Override
  public void show(Shown shown) {
    ways.show(shown);
    writes = shown.outlook().isPresent();
    boolean chance = writes && shown.workspace().writing().way() == Writing.Way.SAMPLE;
    sampling.setVisible(chance);
    sampling.setManaged(chance);
    sampling.show(shown);
    Optional<CellRef> cell = shown.workspace().focus().flatMap(Region::asCell);
    canvas.show(figure(shown, cell), shown.theme().palette(), cell);
  }

  private SizedFigure figure(Shown shown, Optional<CellRef> cell) {
    Workspace workspace = shown.workspace();
    Optional<Outlook> outlook = shown.outlook();
    if (outlook.isEmpty()) {
      return (width, height) ->
          GenerateFigure.nothing(drawer.frame(width, height, shown.texts()), workspace.model());
    }
    MatrixLook look =
        MatrixLook.PLAIN.withWeights(
            Ramp.ofKey(workspace.look().colours().key()).orElse(Ramp.BLUE));
    Pointing pointing = Pointing.NONE.withSelected(cell).withHighlights(workspace.highlight());
    return (width, height) ->
        new GenerateFigure(shown.trace(), outlook.get(), workspace.lookedAt(), look, pointing)
            .draw(drawer.frame(width, height, shown.texts()));
  }

  @Override
  public View view() {
    return View.GENERATE;
  }

  @Override
  public Ikon icon() {
    return Feather.EDIT_3;
  }

  @Override
  public double wants() {
    return 640;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(ways);
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
      case WAY -> Optional.of(ways.ways());
      case TEMPERATURE -> Optional.of(sampling.temperature());
      case TOP_K -> Optional.of(sampling.topK());
      case TOP_P -> Optional.of(sampling.topP());
      case SEED -> Optional.of(sampling.seed());
      default -> Optional.empty();
    };
  }

  @Override
  public String hint() {
    return writes ? "view.generate.hint" : "view.generate.none";
  }
}
