package attentionscope.view.notice;

import attentionscope.view.Fault;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what went wrong, unless the place where it happened says so itself. */
public final class Notice extends HBox implements Part {

  private final Label sentence = new Label();
  private final Button close = Icons.only(new Button(), Feather.X);

  public Notice(Consumer<Intent> intents) {
    getStyleClass().add("notice");
    setAlignment(Pos.TOP_LEFT);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    close.setOnAction(event -> intents.accept(new Intent.Dismiss()));
    getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), sentence, close);
  }

  @Override
  public void show(Shown shown) {
    Optional<Fault> fault = shown.fault().filter(one -> one.draft().isEmpty());
    setVisible(fault.isPresent());
    setManaged(fault.isPresent());
    sentence.setText(fault.map(one -> shown.texts().say(one.problem())).orElse(""));
    Icons.name(close, shown.text("view.notice.close"));
  }
}
