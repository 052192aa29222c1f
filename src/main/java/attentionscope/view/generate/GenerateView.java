package attentionscope.view.generate;

import attentionscope.figure.Ramp;
import attentionscope.figure.Target;
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
  private final Searching searching;
  private final Consumer<Intent> intents;
  private Optional<Shown> last = Optional.empty();
  private boolean writes;

  public GenerateView(Drawer drawer, FigureCanvas canvas, Consumer<Intent> intents) {
    this.drawer = drawer;
    this.canvas = canvas;
    this.intents = intents;
    ways = new Ways(intents);
    sampling = new Sampling(intents);
    searching = new Searching(intents);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    getChildren().addAll(sampling, searching, canvas);
  }

  @Override
  public void show(Shown shown) {
    ways.show(shown);
    writes = shown.outlook().isPresent();
    last = Optional.of(shown);
    Writing.Way way = shown.workspace().writing().way();
    appear(sampling, writes && way == Writing.Way.SAMPLE);
    appear(searching, writes && way == Writing.Way.BEAM);
    sampling.show(shown);
    searching.show(shown);
    Optional<CellRef> cell = shown.workspace().focus().flatMap(Region::asCell);
    canvas.show(figure(shown, cell), shown.theme().palette(), cell);
  }

  private static void appear(Node settings, boolean here) {
    settings.setVisible(here);
    settings.setManaged(here);
  }

  /** A hypothesis of the search was pressed: its prefix is read. */
  @Override
  public void pressed(Target.Control control) {
    last.flatMap(shown -> shown.outlook().flatMap(Outlook::search))
        .flatMap(search -> GenerateFigure.written(search, control))
        .map(Intent.Follow::new)
        .ifPresent(intents);
  }

  private SizedFigure figure(Shown shown, Optional<CellRef> cell) {
    Workspace workspace = shown.workspace();
    Optional<Outlook> outlook = shown.outlook();
    if (outlook.isEmpty()) {
      boolean free = shown.opened().writes() && !workspace.knobs().teacher();
      String says =
          free
              ? shown.text("figure.generate.free")
              : shown.text("figure.generate.nothing", workspace.model());
      return (width, height) ->
          GenerateFigure.nothing(drawer.frame(width, height, shown.texts()), says);
    }
    MatrixLook look =
        MatrixLook.PLAIN.withWeights(
            Ramp.ofKey(workspace.look().colours().key()).orElse(Ramp.BLUE));
    Pointing pointing = Pointing.NONE.withSelected(cell).withHighlights(workspace.highlight());
    return (width, height) ->
        new GenerateFigure(outlook.get(), workspace.lookedAt(), look, pointing)
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
      case BEAM_WIDTH -> Optional.of(searching.width());
      case LENGTH_PENALTY -> Optional.of(searching.penalty());
      case STOPPING -> Optional.of(searching.stopping());
      default -> Optional.empty();
    };
  }

  @Override
  public String hint() {
    boolean searches = last.flatMap(Shown::outlook).flatMap(Outlook::search).isPresent();
    return searches
        ? "view.generate.beam.hint"
        : writes ? "view.generate.hint" : "view.generate.none";
  }
}
