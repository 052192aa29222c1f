package attentionscope.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How all heads are laid out beside each other.
 *
 * @param order in which they stand
 * @param limit of the order's measure; heads beyond it step back: those with more or, where the
 *     largest stand first, those with less; absent: all stay
 * @param oneScale whether all share a scale of colours; else each has its own
 */
public record HeadsLook(Order order, OptionalDouble limit, boolean oneScale) {

  /** As it is before the user chooses. */
  public static final HeadsLook PLAIN = new HeadsLook(Order.LAYER, OptionalDouble.empty(), true);

  /** What heads are ordered by. */
  public enum Order {
    /** Layers downwards, heads to the right; measured by entropy. */
    LAYER,
    /** The entropy of their weights, the smallest first. */
    ENTROPY,
    /** How far away they look, the nearest first. */
    DISTANCE,
    /** Their weight on the token before, the largest first. */
    PREVIOUS,
    /** Their weight on the first token, the largest first. */
    FIRST,
    /** Their weight on what followed the same token before, the largest first. */
    INDUCTION;

    /** Whether it is a weight, of which the largest is the clearest. */
    public boolean largestFirst() {
      return this == PREVIOUS || this == FIRST || this == INDUCTION;
    }

    /** The order whose measure is looked at in this one. */
    public Order measured() {
      return this == LAYER ? ENTROPY : this;
    }

    /** Its word in files and keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Order> of(String key) {
      return Arrays.stream(values()).filter(order -> order.key().equals(key)).findFirst();
    }
  }

  /** Another order; a limit of another measure means nothing there. */
  public HeadsLook withOrder(Order other) {
    boolean same = order.measured() == other.measured();
    return new HeadsLook(other, same ? limit : OptionalDouble.empty(), oneScale);
  }

  public HeadsLook withLimit(OptionalDouble other) {
    return new HeadsLook(order, other, oneScale);
  }

  public HeadsLook withOneScale(boolean on) {
    return new HeadsLook(order, limit, on);
  }
}
