package attentionscope.view.inspector;

import attentionscope.language.Numbers;
import attentionscope.op.Gradients;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** How the loss changes with what is looked at; of a gradient, by what it is one. */
final class GradientSection {

  private final Shown shown;
  private final Region region;
  private final Origins origins;
  private final Consumer<Intent> intents;

  GradientSection(Shown shown, Region region, Origins origins, Consumer<Intent> intents) {
    this.shown = shown;
    this.region = region;
    this.origins = origins;
    this.intents = intents;
  }

  /** Empty where the model has no loss, or where it is no run of a model that is looked at. */
  Optional<Section> section() {
    if (!shown.opened().learns() || shown.workspace().view() == View.POSITIONS) {
      return Optional.empty();
    }
    if (!shown.workspace().knobs().gradients()) {
      return Optional.of(section(turning("view.inspector.gradient.ask", true, gradient(region))));
    }
    Button off = turning("view.inspector.gradient.off", false, without(region));
    if (region.id().isIn(Gradients.FAMILY)) {
      Region by = without(region);
      return shown
          .trace()
          .find(by.id())
          .map(node -> section(quiet("view.inspector.gradient.by"), link(node, by), off));
    }
    Region gradient = gradient(region);
    Trace trace = shown.trace();
    return Optional.of(
        trace
            .find(gradient.id())
            .map(node -> section(quiet("view.inspector.gradient.loss"), link(node, gradient), off))
            .orElseGet(() -> section(quiet("view.inspector.gradient.none"), off)));
  }

  private Section section(javafx.scene.Node... content) {
    return new Section(shown.text("view.inspector.gradient"), content);
  }

  private Button turning(String key, boolean on, Region next) {
    Button button = new Button(shown.text(key));
    button.getStyleClass().add("small");
    button.setOnAction(event -> intents.accept(new Intent.Backwards(on, next)));
    return button;
  }

  private Label quiet(String key) {
    Label label = new Label(shown.text(key));
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    return label;
  }

  /** A cell with its value. */
  private FlowPane link(Node node, Region other) {
    Hyperlink link = origins.link(other, CellNames.of(other));
    FlowPane line = new FlowPane(link);
    line.getStyleClass().add("uses");
    Optional<CellRef> cell = other.asCell().filter(ref -> node.has(ref.row(), ref.column()));
    cell.ifPresent(
        ref -> {
          Label value = new Label(Numbers.prose(node.at(ref.row(), ref.column())));
          value.getStyleClass().add("mono");
          line.getChildren().add(value);
        });
    return line;
  }

  private static Region gradient(Region region) {
    return named(region, region.id().in(Gradients.FAMILY));
  }

  private static Region without(Region region) {
    return named(region, region.id().withoutFamilies());
  }

  private static Region named(Region region, TensorId id) {
    return region
        .asCell()
        .map(cell -> Region.cell(id, cell.row(), cell.column()))
        .orElseGet(() -> Region.all(id));
  }
}
