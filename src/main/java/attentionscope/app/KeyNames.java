package attentionscope.app;

import java.util.Map;
import javafx.scene.input.KeyCombination;

/** How keys are written on this system. */
final class KeyNames {

  private static final Map<String, String> SHORT =
      Map.of("Page Down", "PgDn", "Page Up", "PgUp", "Escape", "Esc");

  private KeyNames() {}

  static String of(KeyCombination combination) {
    String text = combination.getDisplayText();
    for (Map.Entry<String, String> entry : SHORT.entrySet()) {
      text = text.replace(entry.getKey(), entry.getValue());
    }
    return text.replace("+", " ");
  }
}
