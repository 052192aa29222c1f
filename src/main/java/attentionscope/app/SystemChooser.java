package attentionscope.app;

import attentionscope.language.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The system's own dialogs; they begin where the last choice was. */
final class SystemChooser implements Chooser {

  private static final List<String> ENDINGS =
      List.of("*.safetensors", "*.bin", "*.pt", "*.npz", "*.json", "*.attention", "*.yaml");

  private final Stage stage;
  private Optional<File> last = Optional.empty();

  SystemChooser(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Path> folder(Texts texts) {
    DirectoryChooser dialog = new DirectoryChooser();
    dialog.setTitle(texts.get("app.command.open-folder"));
    last.ifPresent(dialog::setInitialDirectory);
    return remembered(Optional.ofNullable(dialog.showDialog(stage)));
  }

  @Override
  public Optional<Path> file(Texts texts) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(texts.get("app.command.open-file"));
    dialog
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(texts.get("app.choose.known"), ENDINGS),
            new FileChooser.ExtensionFilter(texts.get("app.choose.all"), "*.*"));
    last.ifPresent(dialog::setInitialDirectory);
    return remembered(Optional.ofNullable(dialog.showOpenDialog(stage)));
  }

  @Override
  public Optional<Path> save(Texts texts, String name) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(texts.get("app.choose.save"));
    dialog.setInitialFileName(name);
    last.ifPresent(dialog::setInitialDirectory);
    return remembered(Optional.ofNullable(dialog.showSaveDialog(stage)));
  }

  private Optional<Path> remembered(Optional<File> chosen) {
    last = chosen.flatMap(file -> Optional.ofNullable(file.getParentFile())).or(() -> last);
    last = last.filter(File::isDirectory);
    return chosen.map(File::toPath);
  }
}
