package attentionscope.view.plane;

import attentionscope.figure.steps.HeadNodes;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.view.Choice;
import attentionscope.view.FocusedHead;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Which head of the attention it is, and the way back to the query that the model has. */
final class Switches extends HBox {

  private static final int MOST_HEADS = 8;

  private final Choice<Region> heads;
  private final Button back = Icons.on(new Button(), Feather.ROTATE_CCW);

  Switches(Consumer<Intent> intents) {
    heads = new Choice<>(region -> intents.accept(new Intent.Focus(region)));
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    back.setMinWidth(USE_PREF_SIZE);
    back.setOnAction(event -> intents.accept(new Intent.Change(unmoved)));
    getChildren().addAll(heads, back);
  }

  private List<Intervention> unmoved = List.of();

  void show(Shown shown, FocusedHead open, Optional<HeadNodes> drawn, int row) {
    int count = open.site().heads();
    boolean several = count > 1 && count <= MOST_HEADS;
    List<Choice.Option<Region>> options =
        IntStream.range(0, several ? count : 0)
            .mapToObj(
                head ->
                    new Choice.Option<>(region(open, head, row), shown.text("plane.head", head)))
            .toList();
    heads.show(options, Optional.of(region(open, open.head(), row)));
    heads.setVisible(several);
    heads.setManaged(several);
    List<Intervention> changes = shown.workspace().interventions();
    unmoved = drawn.map(head -> QueryChange.without(changes, head.q().id(), row)).orElse(changes);
    back.setText(shown.text("plane.back"));
    back.setDisable(unmoved.size() == changes.size());
    back.setVisible(drawn.isPresent());
    back.setManaged(drawn.isPresent());
  }

  private static Region region(FocusedHead open, int head, int row) {
    return Region.row(open.site().head(head).child("q"), row);
  }

  Choice<Region> heads() {
    return heads;
  }

  Button back() {
    return back;
  }
}
