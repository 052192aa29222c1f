package attentionscope.app;

import attentionscope.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user chose for good. What was never chosen follows the system.
 *
 * @param language its code
 * @param recent folders and files that were opened, the latest first
 */
public record Preferences(Optional<String> language, Optional<Theme> theme, List<String> recent) {

  public static final Preferences NONE =
      new Preferences(Optional.empty(), Optional.empty(), List.of());

  /** As many as are kept. */
  static final int MOST_RECENT = 10;

  public Preferences {
    recent = List.copyOf(recent);
  }

  Preferences withLanguage(String code) {
    return new Preferences(Optional.of(code), theme, recent);
  }

  Preferences withTheme(Theme chosen) {
    return new Preferences(language, Optional.of(chosen), recent);
  }

  /** What was opened now comes first, and once. */
  Preferences withOpened(String place) {
    List<String> places = new ArrayList<>(recent);
    places.remove(place);
    places.addFirst(place);
    return new Preferences(
        language, theme, places.subList(0, Math.min(places.size(), MOST_RECENT)));
  }
}
