package attentionscope.view.train;

import attentionscope.view.Choice.Option;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * One of many, with its name above. It shows what it is told to show; a choice only asks.
 *
 * @param <T> what is chosen
 */
final class Pick<T> extends VBox {

  private final Label name = new Label();
  private final ComboBox<Option<T>> box = new ComboBox<>();
  private final Consumer<T> chosen;
  private boolean showing;

  Pick(Consumer<T> chosen) {
    this.chosen = chosen;
    getStyleClass().add("pick");
    name.getStyleClass().add("caption");
    name.setLabelFor(box);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Option<T> option) {
            return option == null ? "" : option.name();
          }

          @Override
          public Option<T> fromString(String text) {
            throw new UnsupportedOperationException(text);
          }
        });
    box.valueProperty().addListener((property, was, is) -> picked(is));
    getChildren().addAll(name, box);
  }

  private void picked(Option<T> option) {
    if (!showing && option != null) {
      chosen.accept(option.value());
    }
  }

  void show(String says, List<Option<T>> options, T selected) {
    showing = true;
    name.setText(says);
    box.setAccessibleText(says);
    if (!box.getItems().equals(options)) {
      box.getItems().setAll(options);
    }
    Optional<Option<T>> now =
        options.stream().filter(one -> Objects.equals(one.value(), selected)).findFirst();
    now.ifPresentOrElse(box::setValue, () -> box.setValue(null));
    showing = false;
  }

  ComboBox<Option<T>> box() {
    return box;
  }
}
