package attentionscope.view;

import attentionscope.figure.Palette;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the window is coloured. */
public enum Theme {
  LIGHT,
  DARK;

  /** How files and options write it: {@code light}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Theme> ofKey(String key) {
    return Arrays.stream(values()).filter(theme -> theme.key().equals(key)).findFirst();
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The colours of figures. */
  public Palette palette() {
    return Palette.of(this == DARK);
  }
}
