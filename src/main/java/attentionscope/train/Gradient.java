package attentionscope.train;

import attentionscope.trace.TensorId;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient of a batch's loss by every parameter.
 *
 * @param loss the mean over the batch
 * @param byParameter sorted by id, so that whatever is added up over all has one order
 */
record Gradient(float loss, TreeMap<TensorId, FMatrixRMaj> byParameter) {

  private static final int CHAINS = 8;

  /** Both together; the matrices of this one may be changed. */
  Gradient plus(Gradient other) {
    TreeMap<TensorId, FMatrixRMaj> sum = new TreeMap<>(byParameter);
    other.byParameter.forEach((id, matrix) -> sum.merge(id, matrix, Gradient::sum));
    return new Gradient(loss + other.loss, sum);
  }

  private static FMatrixRMaj sum(FMatrixRMaj a, FMatrixRMaj b) {
    FMatrixRMaj sum = new FMatrixRMaj(a.numRows, a.numCols);
    for (int i = 0; i < sum.data.length; i++) {
      sum.data[i] = a.data[i] + b.data[i];
    }
    return sum;
  }

  /** The Euclidean norm of all of them as one vector. */
  double norm() {
    double squares = 0;
    for (FMatrixRMaj matrix : byParameter.values()) {
      squares += squares(matrix.data);
    }
    return Math.sqrt(squares);
  }

  private static double squares(float[] cells) {
    double[] sums = new double[CHAINS]; // a single sum would wait for itself
    int end = cells.length / CHAINS * CHAINS;
    for (int i = 0; i < end; i += CHAINS) {
      for (int chain = 0; chain < CHAINS; chain++) {
        sums[chain] += (double) cells[i + chain] * cells[i + chain];
      }
    }
    for (int i = end; i < cells.length; i++) {
      sums[0] += (double) cells[i] * cells[i];
    }
    double sum = 0;
    for (double one : sums) {
      sum += one;
    }
    return sum;
  }

  /**
   * All of it shortened to at most a norm (Pascanu et al. 2013).
   *
   * @param norm what it is now
   */
  Gradient clipped(double norm, double most) {
    if (norm <= most) {
      return this;
    }
    float factor = (float) (most / norm);
    TreeMap<TensorId, FMatrixRMaj> shorter = new TreeMap<>();
    for (Map.Entry<TensorId, FMatrixRMaj> entry : byParameter.entrySet()) {
      FMatrixRMaj matrix = entry.getValue().copy();
      for (int i = 0; i < matrix.data.length; i++) {
        matrix.data[i] *= factor;
      }
      shorter.put(entry.getKey(), matrix);
    }
    return new Gradient(loss, shorter);
  }
}
