package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ejml.data.FMatrixRMaj;

/** Compares results with stored ones, and knows in the end which were not compared. */
final class Comparison {
  /** Allowed difference, relative to 1 + |reference|. */
  private static final double TOLERANCE = 5e-5;

  private final ArrayFile expected;
  private final Set<String> open;

  Comparison(ArrayFile expected) {
    this.expected = expected;
    this.open = new HashSet<>(expected.arrays().keySet());
  }

  /** These are inputs, where they are there at all. */
  void inputs(String... names) {
    open.removeAll(List.of(names));
  }

  /** These are left out on purpose. */
  void leaveOut(Predicate<String> names) {
    open.removeIf(names);
  }

  boolean has(String name) {
    return expected.has(name);
  }

  void same(String name, FMatrixRMaj found) throws Problem {
    same(name, Arrays.copyOf(found.data, found.numRows * found.numCols));
  }

  /** As {@link #same}, but only the elements that the named array of truth values allows. */
  void sameWhere(String allowed, String name, float... found) throws Problem {
    NdArray steady = expected.get(allowed);
    NdArray reference = expected.get(name);
    float[] judged = found.clone();
    for (int i = 0; i < judged.length; i++) {
      if (steady.number(i) == 0) {
        judged[i] = (float) reference.number(i);
      }
    }
    same(name, judged);
  }

  /** As many results, in the order of the stored array, each near enough. */
  void same(String name, float... found) throws Problem {
    NdArray reference = expected.get(name);
    assertEquals(reference.count(), found.length, name);
    double worst = 0;
    int at = 0;
    for (int i = 0; i < found.length; i++) {
      double difference = difference(reference.number(i), found[i]);
      if (difference > worst) {
        worst = difference;
        at = i;
      }
    }
    if (worst > TOLERANCE) {
      fail(
          "%s %s, element %d: %s, expected %s"
              .formatted(name, reference.shape(), at, found[at], reference.number(at)));
    }
    open.remove(name);
  }

  private static double difference(double reference, double found) {
    if (Double.compare(reference, found) == 0 || reference == found) {
      return 0; // infinities, and not-a-number where a row was masked whole
    }
    double difference = Math.abs(found - reference) / (1 + Math.abs(reference));
    return Double.isFinite(reference) && Double.isFinite(found) ? difference : 1 / 0d;
  }

  /** Every stored array was compared, is an input, or was left out by name. */
  void assertNothingForgotten() {
    assertEquals(Set.of(), open, "stored, but not compared");
  }
}
