package attentionscope.app;

import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can do that has a name: it stands in the menu, in the help sheet and in the
 * search, and may have keys.
 *
 * @param key of its name among the texts
 * @param keys each does it
 * @param plain whether the keys hold no Ctrl or Cmd, so that they mean letters while one types
 * @param action does it
 */
record Command(String key, List<KeyCombination> keys, boolean plain, Runnable action) {
  Command {
    keys = List.copyOf(keys);
  }
}
