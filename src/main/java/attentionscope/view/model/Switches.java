package attentionscope.view.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.view.Choice;
import attentionscope.view.Icons;
import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The stack or the files, and a way to another model. */
final class Switches extends HBox implements Part {

  private final Choice<Boolean> files;
  private final Button open = Icons.on(new Button(), Feather.FOLDER);
  private Optional<ArrayFile> arrays = Optional.empty();

  Switches(Consumer<Intent> intents, Runnable asks) {
    files = new Choice<>(wanted -> intents.accept(new Intent.Inspect(wanted ? first() : none())));
    getStyleClass().add("knobs");
    setAlignment(Pos.CENTER_RIGHT);
    open.setOnAction(event -> asks.run());
    open.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(files, open);
  }

  private Optional<String> first() {
    return arrays.flatMap(file -> file.arrays().keySet().stream().findFirst());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  @Override
  public void show(Shown shown) {
    arrays = shown.opened().card().tensors();
    boolean both = arrays.isPresent() && !shown.trace().nodes().isEmpty();
    files.show(
        List.of(
            new Choice.Option<>(false, shown.text("view.model.stack")),
            new Choice.Option<>(true, shown.text("view.model.files"))),
        Optional.of(shown.looksAtFiles()));
    files.setVisible(both);
    files.setManaged(both);
    open.setText(shown.text("view.model.open"));
  }
}
