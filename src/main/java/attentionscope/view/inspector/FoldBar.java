package attentionscope.view.inspector;

import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.view.Icons;
import attentionscope.view.Shown;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * What is selected and its value in a line; a press shows all there is to say of it, or hides it.
 */
final class FoldBar extends HBox {

  private final Label line = new Label();
  private final Button button = Icons.only(new Button(), Feather.CHEVRON_UP);
  private Optional<Shown> shown = Optional.empty();

  FoldBar(Runnable press) {
    getStyleClass().add("fold-bar");
    setAlignment(Pos.CENTER_LEFT);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(line, Priority.ALWAYS);
    button.getStyleClass().add("bare");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> press.run());
    line.setOnMouseClicked(event -> press.run());
    getChildren().addAll(line, button);
  }

  void show(Shown now, boolean folded) {
    shown = Optional.of(now);
    show(folded);
  }

  /** While everything is said below, the line need not say it, too. */
  void show(boolean folded) {
    if (shown.isEmpty()) {
      return;
    }
    line.setText(shown.get().text("view.inspector.role"));
    if (folded) {
      result(shown.get()).ifPresent(line::setText);
    }
    button.getGraphic().setRotate(folded ? 0 : 180);
    Icons.name(button, shown.get().text(folded ? "view.inspector.unfold" : "view.inspector.fold"));
  }

  private static Optional<String> result(Shown shown) {
    Optional<Region> focus = shown.workspace().focus();
    Optional<String> cell =
        focus
            .flatMap(Region::asCell)
            .flatMap(
                ref ->
                    shown
                        .trace()
                        .find(ref.id())
                        .filter(node -> node.has(ref.row(), ref.column()))
                        .map(node -> result(ref, node.at(ref.row(), ref.column()))));
    return cell.or(() -> focus.map(CellNames::of));
  }

  private static String result(CellRef ref, float value) {
    return CellNames.of(ref) + " = " + Numbers.prose(value);
  }
}
