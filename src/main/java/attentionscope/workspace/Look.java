package attentionscope.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How matrices are drawn.
 *
 * @param colours of attention weights
 * @param transposed whether rows and columns change places
 * @param heads how all heads are laid out
 * @param recurrent what stands below an unrolled network
 */
public record Look(Colours colours, boolean transposed, HeadsLook heads, RecurrentPanel recurrent) {

  /** As it is before the user chooses. */
  public static final Look PLAIN =
      new Look(Colours.BLUE, false, HeadsLook.PLAIN, RecurrentPanel.STEP);

  /** A colour map of attention weights. */
  public enum Colours {
    BLUE,
    VIRIDIS,
    CIVIDIS,
    MAGMA;

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Colours> of(String key) {
      return Arrays.stream(values()).filter(map -> map.key().equals(key)).findFirst();
    }
  }

  public Look withTransposed(boolean on) {
    return new Look(colours, on, heads, recurrent);
  }

  public Look withColours(Colours map) {
    return new Look(map, transposed, heads, recurrent);
  }

  public Look withHeads(HeadsLook other) {
    return new Look(colours, transposed, other, recurrent);
  }

  public Look withRecurrent(RecurrentPanel panel) {
    return new Look(colours, transposed, heads, panel);
  }
}
