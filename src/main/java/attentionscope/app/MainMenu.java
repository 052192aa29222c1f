package attentionscope.app;

import attentionscope.view.Part;
import attentionscope.view.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Every command, with its keys. */
final class MainMenu extends MenuButton implements Part {

  private static final Set<String> BEFORE =
      Set.of(
          "app.command.step",
          "app.command.transpose",
          "app.command.undo",
          "app.command.open-folder",
          "app.command.lessons",
          "app.command.theme");

  /** What was opened before stands behind it. */
  private static final String OPENS = "app.command.open-file";

  private final Map<Command, MenuItem> items = new LinkedHashMap<>();

  private final RecentMenu recent;

  MainMenu(List<Command> commands, RecentMenu recent) {
    this.recent = recent;
    for (Command command : commands) {
      MenuItem item = new MenuItem();
      item.setOnAction(event -> command.action().run());
      items.put(command, item);
      if (BEFORE.contains(command.key())) {
        getItems().add(new SeparatorMenuItem());
      }
      getItems().add(item);
      if (command.key().equals(OPENS)) {
        getItems().add(recent.menu());
      }
    }
  }

  @Override
  public void show(Shown shown) {
    recent.show(shown);
    items.forEach(
        (command, item) -> {
          // Not as accelerators: keys are handled in one place, and letters only outside of text.
          String keys = command.names().isEmpty() ? "" : "    " + command.names().getFirst();
          item.setText(shown.text(command.key()) + keys);
        });
  }
}
