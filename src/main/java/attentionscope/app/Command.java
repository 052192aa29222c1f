package attentionscope.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can do that has a name: it stands in the menu, in the help sheet and in the
 * search, and may have keys.
 *
 * @param key of its name among the texts
 * @param keys each does it
 * @param signs as typed, whose keys differ from keyboard to keyboard; each does it, too
 * @param plain whether the keys hold no Ctrl or Cmd, so that they mean letters while one types
 * @param action does it
 */
record Command(
    String key, List<KeyCombination> keys, List<String> signs, boolean plain, Runnable action) {
  Command {
    keys = List.copyOf(keys);
    signs = List.copyOf(signs);
  }

  /** The keys as they are written here. */
  List<String> names() {
    return Stream.concat(keys.stream().map(KeyNames::of), signs.stream()).toList();
  }
}
