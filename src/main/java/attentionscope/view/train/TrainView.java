package attentionscope.view.train;

import attentionscope.figure.Frame;
import attentionscope.figure.Palette;
import attentionscope.figure.Ramp;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.train.CurvesFigure;
import attentionscope.figure.train.SampleFigure;
import attentionscope.figure.train.Steps;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Drawer;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.MiddleView;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Look;
import attentionscope.workspace.View;
import attentionscope.workspace.laboratory.LabState;
import attentionscope.workspace.laboratory.Name;
import attentionscope.workspace.laboratory.Sight;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Models while they learn: what is tried out, its curves, and the attention that forms. */
public final class TrainView extends HBox implements MiddleView {

  private static final double CURVES = 178;
  private static final double LEAST_CURVES = 146;
  private static final double LEAST_SAMPLE = 264;

  private final Drawer drawer;
  private final FigureCanvas curves;
  private final FigureCanvas sample;
  private final Consumer<Intent> intents;
  private final Settings settings;
  private final Orders orders;
  private Optional<Shown> last = Optional.empty();

  /**
   * @param curves on which the curves are drawn, which change without a new run
   * @param sample on which what was learned is drawn
   * @param save asks where to write something, and has it written
   */
  public TrainView(
      Drawer drawer,
      FigureCanvas curves,
      FigureCanvas sample,
      Consumer<Intent> intents,
      Consumer<Intent.Save.Saved> save) {
    this.drawer = drawer;
    this.curves = curves;
    this.sample = sample;
    this.intents = intents;
    settings = new Settings(intents);
    orders = new Orders(intents, save);
    ScrollPane scrolled = new ScrollPane(settings);
    scrolled.getStyleClass().add("laboratory-side");
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setMinHeight(0);
    scrolled.setPrefHeight(0);
    curves.setMinHeight(LEAST_CURVES);
    sample.setMinHeight(LEAST_SAMPLE);
    curves.setPrefHeight(CURVES);
    VBox.setVgrow(sample, Priority.ALWAYS);
    VBox figures = new VBox(curves, sample);
    figures.getStyleClass().add("laboratory-figures");
    figures.setMinWidth(0);
    HBox.setHgrow(figures, Priority.ALWAYS);
    getStyleClass().add("train-view");
    getChildren().addAll(scrolled, figures);
  }

  @Override
  public void show(Shown shown) {
    if (shown.sight().isEmpty()) {
      return; // the run is still on its way; what is there stays
    }
    last = Optional.of(shown);
    settings.show(shown);
    orders.show(shown);
    shown
        .sight()
        .ifPresent(
            sight -> {
              stand(sight.state());
              showSample(shown, sight);
            });
  }

  /** How the laboratory stands, by now: its curves are drawn anew, the run is as it was. */
  public void stand(LabState state) {
    if (last.isEmpty() || last.get().sight().isEmpty() || state.runs().isEmpty()) {
      return;
    }
    Shown shown = last.get();
    orders.stand(state, shown);
    Name name = shown.sight().get().name();
    int newest = state.step();
    boolean follows = name.step() == shown.sight().get().state().step();
    CurvesFigure figure = new CurvesFigure(state, follows ? newest : Math.min(newest, name.step()));
    curves.show(
        (width, height) -> figure.draw(frame(shown, width, height)),
        palette(shown),
        Optional.empty());
  }

  private void showSample(Shown shown, Sight sight) {
    Optional<Region> focus = shown.workspace().focus();
    Optional<CellRef> cell = focus.flatMap(Region::asCell);
    Optional<FocusedHead> open = FocusedHead.of(shown.trace(), focus);
    Pointing pointing =
        Pointing.NONE.withSelected(cell).withHighlights(shown.workspace().highlight());
    sample.show(
        (width, height) ->
            open.map(
                    head ->
                        new SampleFigure(
                                shown.trace(),
                                sight,
                                head.site(),
                                head.head(),
                                look(shown.workspace().look()),
                                pointing)
                            .draw(frame(shown, width, height)))
                .orElseGet(() -> SampleFigure.without(frame(shown, width, height), sight)),
        palette(shown),
        cell);
  }

  private static MatrixLook look(Look look) {
    return MatrixLook.PLAIN
        .withTransposed(look.transposed())
        .withWeights(Ramp.ofKey(look.colours().key()).orElse(Ramp.BLUE));
  }

  private Frame frame(Shown shown, double width, double height) {
    return drawer.frame(width, height, shown.texts());
  }

  private static Palette palette(Shown shown) {
    return shown.theme().palette();
  }

  @Override
  public void pressed(Target.Control control) {
    last.flatMap(Shown::sight)
        .map(Sight::name)
        .ifPresent(
            now -> {
              Steps.of(control).ifPresent(step -> look(now.index(), step));
              Steps.runOf(control).ifPresent(run -> look(run, now.step()));
            });
  }

  private void look(int run, int step) {
    intents.accept(new Intent.LookAt(new Name(Name.RUNS.get(run), step).text()));
  }

  @Override
  public View view() {
    return View.TRAIN;
  }

  @Override
  public Ikon icon() {
    return Feather.TRENDING_UP;
  }

  @Override
  public double wants() {
    return 760;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public Optional<Node> controls() {
    return Optional.of(orders);
  }

  @Override
  public Node first() {
    return sample;
  }

  @Override
  public void point(List<Region> regions) {
    sample.point(regions);
  }

  @Override
  public Optional<Node> find(Control control) {
    return switch (control) {
      case HEADS -> Optional.of(sample);
      default -> Optional.empty();
    };
  }

  @Override
  public String hint() {
    return "view.train.hint";
  }
}
