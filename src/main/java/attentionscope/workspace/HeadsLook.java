package attentionscope.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How all heads are laid out beside each other.
 *
 * @param order in which they stand
 * @param most of the order's measure; heads with more step back; absent: all stay
 * @param oneScale whether all share a scale of colours; else each has its own
 */
public record HeadsLook(Order order, OptionalDouble most, boolean oneScale) {

  /** As it is before the user chooses. */
  public static final HeadsLook PLAIN = new HeadsLook(Order.LAYER, OptionalDouble.empty(), true);

  /** What heads are ordered by. */
  public enum Order {
    /** Layers downwards, heads to the right; measured by entropy. */
    LAYER,
    /** The entropy of their weights, the smallest first. */
    ENTROPY,
    /** How far away they look, the nearest first. */
    DISTANCE;

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
    boolean same = (order == Order.DISTANCE) == (other == Order.DISTANCE);
    return new HeadsLook(other, same ? most : OptionalDouble.empty(), oneScale);
  }

  public HeadsLook withMost(OptionalDouble limit) {
    return new HeadsLook(order, limit, oneScale);
  }

  public HeadsLook withOneScale(boolean on) {
    return new HeadsLook(order, most, on);
  }
}
