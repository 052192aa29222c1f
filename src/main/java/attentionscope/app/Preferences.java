package attentionscope.app;

import attentionscope.view.Theme;
import java.util.Optional;

/**
 * What the user chose for good. What was never chosen follows the system.
 *
 * @param language its code
 */
public record Preferences(Optional<String> language, Optional<Theme> theme) {

  public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty());

  Preferences withLanguage(String code) {
    return new Preferences(Optional.of(code), theme);
  }

  Preferences withTheme(Theme chosen) {
    return new Preferences(language, Optional.of(chosen));
  }
}
