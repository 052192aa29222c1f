package attentionscope.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of colours that numbers are mapped to. All but {@link #DIVERGING} run from 0 to 1 with
 * steadily changing lightness; {@link #DIVERGING} runs from −1 over 0 to 1.
 */
public enum Ramp {
  /** From the background to deep blue, for attention weights. */
  BLUE,
  VIRIDIS,
  CIVIDIS,
  MAGMA,
  /** From purple over the background to orange, for signed numbers. */
  DIVERGING;

  /** How files and settings write it: {@code blue}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Ramp> ofKey(String key) {
    return Arrays.stream(values()).filter(ramp -> ramp.key().equals(key)).findFirst();
  }
}
