package attentionscope.view.shapes;

import attentionscope.figure.shapes.AttentionNodes;
import attentionscope.figure.shapes.MatrixSize;
import attentionscope.figure.shapes.SizePlan;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.OtherSize;
import attentionscope.workspace.OtherSize.Weight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** The weights' sizes, to be typed over: what would fit, and what would not? */
final class SizesBar extends FlowPane {

  private final Consumer<Intent> intents;
  private final Label name = new Label();
  private final Button reset = Icons.on(new Button(), Feather.ROTATE_CCW);
  private final Map<Weight, SizeFields> fields = new EnumMap<>(Weight.class);
  private List<OtherSize> now = List.of();
  private Map<Weight, MatrixSize> own = Map.of();

  SizesBar(Consumer<Intent> intents) {
    this.intents = intents;
    getStyleClass().add("sizes-bar");
    name.getStyleClass().add("caption");
    reset.setOnAction(event -> intents.accept(new Intent.Resize(List.of())));
    for (Weight weight : Weight.values()) {
      fields.put(weight, new SizeFields(weight, this::typed));
    }
    getChildren().add(name);
    getChildren().addAll(fields.values());
    getChildren().add(reset);
  }

  void show(Shown shown, AttentionNodes nodes) {
    now = shown.workspace().sizes();
    own = own(nodes);
    SizePlan plan = SizePlan.of(nodes, now);
    name.setText(shown.text("view.shapes.what-if"));
    fields.forEach(
        (weight, field) -> {
          Optional<MatrixSize> size = plan.size(SizePlan.part(weight));
          field.setVisible(size.isPresent());
          field.setManaged(size.isPresent());
          size.ifPresent(
              there -> field.show(shown, there, !Optional.of(there).equals(ownOf(weight))));
        });
    reset.setText(shown.text("view.shapes.reset"));
    reset.setDisable(now.isEmpty());
  }

  private static Map<Weight, MatrixSize> own(AttentionNodes nodes) {
    SizePlan plan = SizePlan.of(nodes);
    Map<Weight, MatrixSize> sizes = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      plan.size(SizePlan.part(weight)).ifPresent(size -> sizes.put(weight, size));
    }
    return sizes;
  }

  private Optional<MatrixSize> ownOf(Weight weight) {
    return Optional.ofNullable(own.get(weight));
  }

  /** A weight in its own size is no longer imagined. */
  private void typed(OtherSize size) {
    List<OtherSize> others = new ArrayList<>(now);
    others.removeIf(one -> one.weight() == size.weight());
    if (!ownOf(size.weight()).equals(Optional.of(new MatrixSize(size.rows(), size.columns())))) {
      others.add(size);
    }
    intents.accept(new Intent.Resize(others));
  }
}
