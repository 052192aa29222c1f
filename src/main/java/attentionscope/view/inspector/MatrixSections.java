package attentionscope.view.inspector;

import attentionscope.figure.matrix.MatrixNames;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What there is to say of a matrix, a row or a column. */
final class MatrixSections {

  private final Shown shown;
  private final Node node;
  private final Region focus;
  private final Origins origins;
  private final Consumer<Intent> intents;

  MatrixSections(Shown shown, Node node, Region focus, Origins origins, Consumer<Intent> intents) {
    this.shown = shown;
    this.node = node;
    this.focus = focus;
    this.origins = origins;
    this.intents = intents;
  }

  List<Section> all() {
    Label name = new Label(MatrixNames.of(node.id(), shown.texts()));
    name.getStyleClass().add("cell-name");
    name.setWrapText(true);
    Label id = new Label(focus + "   " + MatrixNames.shape(node));
    id.getStyleClass().addAll("quiet", "mono", "small-text");
    id.setWrapText(true);
    Label hint = new Label(shown.text("view.inspector.pick"));
    hint.getStyleClass().add("quiet");
    hint.setWrapText(true);
    Section head = new Section(shown.text("view.inspector.matrix"), name, id, hint);
    List<Hyperlink> inputs = node.inputs().stream().map(this::link).toList();
    List<Hyperlink> uses =
        shown.trace().uses(node).stream()
            .map(Trace.Use::reader)
            .distinct()
            .map(this::link)
            .toList();
    return Stream.of(
            Stream.of(head),
            links("view.inspector.made-of", inputs),
            links("view.inspector.goes-to", uses),
            new GradientSection(shown, focus, origins, intents).section().stream())
        .flatMap(part -> part)
        .toList();
  }

  private Hyperlink link(Node other) {
    return origins.link(Region.all(other.id()), CellNames.of(other.id()));
  }

  private Stream<Section> links(String title, List<Hyperlink> links) {
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("uses");
    flow.getChildren().addAll(links);
    return links.isEmpty() ? Stream.empty() : Stream.of(new Section(shown.text(title), flow));
  }
}
