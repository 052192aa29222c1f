package attentionscope.view.tokens;

import attentionscope.figure.matrix.AxisNames;
import attentionscope.tensor.Axis;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Which of the recorded texts is looked at, and its tokens. */
final class SampleRow extends HBox {

  private static final double HIGHEST = 44;
  private static final double WORDS = 240;

  private final Label name = new Label();
  private final ComboBox<String> samples = new ComboBox<>();
  private final Label words = new Label();
  private boolean showing;

  /**
   * @param chosen told the name of another text
   */
  SampleRow(Consumer<String> chosen) {
    getStyleClass().add("token-row");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("caption");
    name.setMinWidth(USE_PREF_SIZE);
    samples.setMinWidth(USE_PREF_SIZE);
    samples
        .valueProperty()
        .addListener(
            (property, was, is) -> {
              if (!showing) {
                chosen.accept(is);
              }
            });
    words.setWrapText(true);
    words.setMinWidth(0);
    words.setPrefWidth(WORDS);
    words.setMaxWidth(Double.MAX_VALUE);
    words.setMaxHeight(HIGHEST);
    words.getStyleClass().add("quiet");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(name, samples, words);
  }

  void show(Shown now, String text) {
    showing = true;
    List<String> all = now.opened().source().words();
    name.setText(now.text("view.tokens.sample"));
    samples.setAccessibleText(name.getText());
    if (!samples.getItems().equals(all)) {
      samples.getItems().setAll(all);
    }
    samples.setValue(text);
    words.setText(String.join(" ", labels(now)));
    showing = false;
  }

  /** The tokens that ask in the first matrix. */
  private static List<String> labels(Shown now) {
    List<String> labels = new ArrayList<>();
    now.trace().nodes().stream()
        .findFirst()
        .ifPresent(
            node -> {
              Axis rows = node.rows();
              for (int i = 0; i < rows.size() && !rows.labels().isEmpty(); i++) {
                labels.add(AxisNames.label(rows, i));
              }
            });
    return labels;
  }

  /** Gives the keyboard to the choice. */
  void edit() {
    samples.requestFocus();
  }
}
