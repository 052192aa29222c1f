package attentionscope.workspace;

import attentionscope.model.generation.BeamPlan;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a beam search is made, and how far it has been gone through.
 *
 * @param width hypotheses that are continued at each step
 * @param lengthPenalty power of the length by which sums are divided
 * @param stopping when enough have finished
 * @param length what the length is
 * @param most how many tokens are written at most
 * @param from behind how many of the tokens that were written it begins
 * @param moment how many steps are shown; absent: all
 */
public record Beams(
    int width,
    double lengthPenalty,
    BeamPlan.Stopping stopping,
    BeamPlan.Length length,
    int most,
    int from,
    OptionalInt moment) {

  public static final int WIDEST = 8;
  public static final int LONGEST = 64;
  public static final double LEAST_PENALTY = -2;
  public static final double MOST_PENALTY = 4;

  /** As it is before the user chooses. */
  public static final Beams PLAIN =
      new Beams(3, 1, BeamPlan.Stopping.USUAL, BeamPlan.Length.WRITTEN, 12, 0, OptionalInt.empty());

  /** Every setting is brought within its bounds. */
  public Beams {
    width = Math.clamp(width, 1, WIDEST);
    lengthPenalty = Math.clamp(lengthPenalty, LEAST_PENALTY, MOST_PENALTY);
    most = Math.clamp(most, 1, LONGEST);
    from = Math.max(0, from);
  }

  /** What the search is to do; all that finish are given back. */
  public BeamPlan plan() {
    return new BeamPlan(width, width, lengthPenalty, stopping, length);
  }

  /** Whether both search for the same. */
  boolean searchAs(Beams other) {
    return withMoment(other.moment).equals(other);
  }

  public Beams withWidth(int other) {
    return new Beams(other, lengthPenalty, stopping, length, most, from, OptionalInt.empty());
  }

  public Beams withLengthPenalty(double other) {
    return new Beams(width, other, stopping, length, most, from, OptionalInt.empty());
  }

  public Beams withStopping(BeamPlan.Stopping other) {
    return new Beams(width, lengthPenalty, other, length, most, from, OptionalInt.empty());
  }

  public Beams withLength(BeamPlan.Length other) {
    return new Beams(width, lengthPenalty, stopping, other, most, from, OptionalInt.empty());
  }

  public Beams withMost(int other) {
    return new Beams(width, lengthPenalty, stopping, length, other, from, OptionalInt.empty());
  }

  /** Beginning behind so many of the tokens that were written. */
  public Beams from(int count) {
    return new Beams(width, lengthPenalty, stopping, length, most, count, OptionalInt.empty());
  }

  public Beams withMoment(OptionalInt other) {
    return new Beams(width, lengthPenalty, stopping, length, most, from, other);
  }

  /** A rule's word in files and keys of texts. */
  public static String key(Enum<?> rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }
}
