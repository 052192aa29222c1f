package attentionscope.bench;

import java.util.Locale;

/** Two sides of a row did not do the same work. */
final class DifferentResults extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final double TOLERANCE = 1e-4;

  private DifferentResults(String message) {
    super(message);
  }

  /**
   * Compares cell by cell, within 10⁻⁴ · (1 + |reference|).
   *
   * @param what is compared, for the message
   * @param ours row by row
   * @param reference the same from the peer
   */
  static void check(String what, float[] ours, float[] reference) {
    if (ours.length != reference.length) {
      throw new DifferentResults(
          "%s: %d cells here, %d there".formatted(what, ours.length, reference.length));
    }
    for (int i = 0; i < ours.length; i++) {
      boolean near = Math.abs(ours[i] - reference[i]) <= TOLERANCE * (1 + Math.abs(reference[i]));
      if (!near) {
        throw new DifferentResults(
            String.format(
                Locale.ROOT, "%s, cell %d: %s here, %s there", what, i, ours[i], reference[i]));
      }
    }
  }
}
