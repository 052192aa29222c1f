package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.PositionalEncoding;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * What a fixed code that is added to embeddings should do, measured: tell positions apart, stay
 * bounded, be the same for a longer text, and turn a shift into a rotation that is the same
 * everywhere.
 */
public final class PositionTests {

  /** How much longer a text is made to see whether the code stays what it was. */
  private static final int LONGER = 4;

  /** Rows nearer than this count as the same. */
  private static final double APART = 1e-3;

  /** Farther from zero than this counts as unbounded. */
  private static final double BOUND = 1.001;

  /** A rotation that misses by less has met: what 32 bits leave of it. */
  private static final double ROTATION = 1e-4;

  private PositionTests() {}

  /** What is tested. */
  public enum Kind {
    /** The code has as many columns as the embedding: {@code measured} is how many. */
    WIDTH,
    /** A longer text leaves the codes as they were: the largest change. */
    SAME_FOR_ANY_LENGTH,
    /** No two positions have the same code: the distance of the nearest two. */
    TELLS_APART,
    /** Codes stay small however long the text: the largest magnitude. */
    BOUNDED,
    /** PE(p + k) = R_k PE(p): the largest error. */
    SHIFT_IS_ROTATION
  }

  /** How it came out. */
  public enum Verdict {
    PASSED,
    FAILED,
    /** The encoding has nothing that could be tested so. */
    DOES_NOT_APPLY
  }

  /**
   * One test.
   *
   * @param kind what was tested
   * @param verdict how it came out
   * @param measured the number it was decided by; absent where it does not apply
   */
  public record Result(Kind kind, Verdict verdict, Optional<Double> measured) {}

  /** Runs every test on an encoding. */
  public static List<Result> of(PositionStudy study) throws Problem {
    Trace trace = study.run();
    Optional<Node> code = trace.find(TensorId.of("position.code"));
    List<Result> results = new ArrayList<>();
    if (code.isEmpty() || study.encoding() instanceof PositionalEncoding.Rotary) {
      for (Kind kind : Kind.values()) {
        results.add(new Result(kind, Verdict.DOES_NOT_APPLY, Optional.empty()));
      }
      return results;
    }
    FMatrixRMaj rows = code.get().value();
    results.add(result(Kind.WIDTH, rows.numCols == study.width(), rows.numCols));
    results.add(lengthens(study, rows));
    double nearest = nearest(rows);
    results.add(result(Kind.TELLS_APART, nearest > APART, nearest));
    results.add(bounded(study, rows));
    results.add(
        trace
            .find(TensorId.of("position.error"))
            .filter(error -> study.width() % 2 == 0)
            .map(error -> largest(error.value()))
            .map(error -> result(Kind.SHIFT_IS_ROTATION, error < ROTATION, error))
            .orElse(new Result(Kind.SHIFT_IS_ROTATION, Verdict.DOES_NOT_APPLY, Optional.empty())));
    return results;
  }

  /** Learned codes end where learning ended: there is no longer text to compare with. */
  private static Result lengthens(PositionStudy study, FMatrixRMaj rows) throws Problem {
    if (study.encoding() instanceof PositionalEncoding.Learned) {
      return new Result(Kind.SAME_FOR_ANY_LENGTH, Verdict.DOES_NOT_APPLY, Optional.empty());
    }
    FMatrixRMaj longer = longer(study);
    double change = 0;
    for (int i = 0; i < rows.numRows * rows.numCols; i++) {
      change = Math.max(change, Math.abs(rows.data[i] - longer.data[i]));
    }
    return result(Kind.SAME_FOR_ANY_LENGTH, change == 0, change);
  }

  private static Result bounded(PositionStudy study, FMatrixRMaj rows) throws Problem {
    boolean ends = study.encoding() instanceof PositionalEncoding.Learned;
    double magnitude = largest(ends ? rows : longer(study));
    return result(Kind.BOUNDED, magnitude <= BOUND, magnitude);
  }

  private static FMatrixRMaj longer(PositionStudy study) throws Problem {
    PositionStudy stretched =
        new PositionStudy(
            study.encoding(), study.width(), LONGER * study.length(), study.shift(), study.heads());
    return stretched.run().get(TensorId.of("position.code")).value();
  }

  private static double nearest(FMatrixRMaj rows) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < rows.numRows; a++) {
      for (int b = a + 1; b < rows.numRows; b++) {
        double squares = 0;
        for (int column = 0; column < rows.numCols; column++) {
          double gap = rows.get(a, column) - rows.get(b, column);
          squares += gap * gap;
        }
        nearest = Math.min(nearest, squares);
      }
    }
    return Math.sqrt(nearest);
  }

  private static double largest(FMatrixRMaj matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.numRows * matrix.numCols; i++) {
      largest = Math.max(largest, Math.abs(matrix.data[i]));
    }
    return largest;
  }

  private static Result result(Kind kind, boolean passed, double measured) {
    return new Result(kind, passed ? Verdict.PASSED : Verdict.FAILED, Optional.of(measured));
  }
}
