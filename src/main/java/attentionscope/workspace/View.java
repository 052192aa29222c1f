package attentionscope.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the middle of the window shows. */
public enum View {
  LESSONS,
  MODEL,
  ATTENTION,
  STEPS,
  PLANE,
  HEADS,
  POSITIONS,
  SHAPES,
  GENERATE,
  RECURRENT,
  TRAIN;

  /** Its word in files and keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<View> of(String key) {
    return Arrays.stream(values()).filter(view -> view.key().equals(key)).findFirst();
  }
}
