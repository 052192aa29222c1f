package attentionscope.app;

import attentionscope.view.Intent;
import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** What was opened last; what is not there any more says so. */
final class RecentMenu implements Part {

  private final Menu menu = new Menu();
  private final Surroundings around;
  private final Consumer<Intent> intents;

  RecentMenu(Surroundings around, Consumer<Intent> intents) {
    this.around = around;
    this.intents = intents;
  }

  Menu menu() {
    return menu;
  }

  @Override
  public void show(Shown shown) {
    menu.setText(shown.text("app.menu.recent"));
    List<String> places = around.recent().get();
    menu.setDisable(places.isEmpty());
    List<MenuItem> items = new ArrayList<>();
    for (String place : places) {
      MenuItem item = new MenuItem(place);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> intents.accept(new Intent.OpenFiles(place)));
      items.add(item);
    }
    menu.getItems().setAll(items);
    menu.setOnShowing(event -> look(shown, places, items));
  }

  /** Asked off the window's thread: a disk that is far away may take its time. */
  private void look(Shown shown, List<String> places, List<MenuItem> items) {
    around
        .disk()
        .execute(
            () -> {
              for (int i = 0; i < places.size(); i++) {
                boolean there = Files.exists(Path.of(places.get(i)));
                MenuItem item = items.get(i);
                String says = there ? places.get(i) : shown.text("app.menu.missing", places.get(i));
                Platform.runLater(() -> item.setText(says));
              }
            });
  }
}
