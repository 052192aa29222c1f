package attentionscope.view.attention;

import attentionscope.analysis.AttentionSite;
import attentionscope.view.AttentionKinds;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.material2.Material2AL;

/** Which of the run's attentions is open, and which way its matrix lies. */
final class Switches extends HBox implements Part {

  private final AttentionKinds kinds;
  private final ToggleButton transpose = Icons.only(new ToggleButton(), Feather.REPEAT);
  private final Button heads = Icons.on(new Button(), Material2AL.APPS);

  Switches(Consumer<Intent> intents) {
    kinds = new AttentionKinds(intents);
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    transpose.setOnAction(
        event -> {
          transpose.setSelected(!transpose.isSelected());
          intents.accept(new Intent.Transpose());
        });
    heads.setOnAction(event -> intents.accept(new Intent.Open(View.HEADS)));
    heads.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(kinds.node(), heads, transpose);
  }

  @Override
  public void show(Shown shown) {
    kinds.show(shown);
    heads.setText(shown.text("view.attention.all-heads"));
    boolean several =
        AttentionSite.of(shown.trace()).stream().mapToInt(AttentionSite::heads).sum() > 1;
    heads.setVisible(several);
    heads.setManaged(several);
    transpose.setSelected(shown.workspace().look().transposed());
    Icons.name(transpose, shown.text("view.attention.transpose"));
  }

  AttentionKinds kinds() {
    return kinds;
  }

  ToggleButton transpose() {
    return transpose;
  }
}
