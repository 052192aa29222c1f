package attentionscope.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A weight of an attention imagined in another size than the run has, to see what fits and what
 * does not. It changes nothing that is computed.
 *
 * @param weight which projection's
 * @param rows at least 1
 * @param columns at least 1
 */
public record OtherSize(Weight weight, int rows, int columns) {

  /** No weight is imagined larger. */
  public static final int LARGEST = 4096;

  /** The projections of an attention. */
  public enum Weight {
    Q,
    K,
    V,
    O;

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weight> of(String key) {
      return Arrays.stream(values()).filter(weight -> weight.key().equals(key)).findFirst();
    }
  }

  public OtherSize {
    if (rows < 1 || columns < 1 || rows > LARGEST || columns > LARGEST) {
      throw new IllegalArgumentException("a weight of " + rows + " x " + columns);
    }
  }
}
