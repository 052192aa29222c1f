package attentionscope.model.generation;

import attentionscope.tensor.Functions;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** Scores as probabilities. A score of −∞ has the probability 0. */
final class Probabilities {

  private Probabilities() {}

  /** exp(score − max) of each, and their sum in 64 bits. */
  private record Exponentials(FMatrixRMaj each, float max, double sum) {
    static Exponentials of(float[] scores) {
      float max = Float.NEGATIVE_INFINITY;
      for (float score : scores) {
        max = Math.max(max, score);
      }
      FMatrixRMaj each = new FMatrixRMaj(1, scores.length);
      for (int i = 0; i < scores.length; i++) {
        each.data[i] = scores[i] - max;
      }
      Functions.exp(each, each);
      double sum = 0;
      for (float one : each.data) {
        sum += one;
      }
      return new Exponentials(each, max, sum);
    }
  }

  /** score − log Σ exp(score). */
  static float[] logSoftmax(float[] scores) {
    Exponentials exponentials = Exponentials.of(scores);
    double shift = exponentials.max + StrictMath.log(exponentials.sum);
    float[] logs = new float[scores.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) (scores[i] - shift);
    }
    return logs;
  }

  /** exp(score) / Σ exp(score). */
  static double[] softmax(float[] scores) {
    Exponentials exponentials = Exponentials.of(scores);
    double[] shares = new double[scores.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = exponentials.each.data[i] / exponentials.sum;
    }
    return shares;
  }

  /** Tokens from the highest score to the lowest; of equal ones the first comes first. */
  static int[] ranked(float[] scores) {
    long[] keys = new long[scores.length];
    for (int token = 0; token < keys.length; token++) {
      int bits = Float.floatToIntBits(scores[token] + 0f); // −0 becomes 0
      int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE); // as whole numbers in their order
      keys[token] = (long) ~ascending << Integer.SIZE | token;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** The token with the highest score; of equal ones the first. */
  static int highest(float[] scores) {
    int best = 0;
    for (int token = 1; token < scores.length; token++) {
      if (scores[token] > scores[best]) {
        best = token;
      }
    }
    return best;
  }

  /**
   * The first token up to which probabilities sum to more than a number.
   *
   * @param drawn from 0 to, but without, 1
   */
  static int at(float[] scores, double drawn) {
    double[] shares = softmax(scores);
    double left = drawn;
    int last = highest(scores);
    for (int token = 0; token < shares.length; token++) {
      left -= shares[token];
      if (left < 0) {
        return token;
      }
      last = shares[token] > 0 ? token : last;
    }
    return last; // shares sum to a little less than 1
  }

  static float[] row(FMatrixRMaj scores, int row) {
    float[] copy = new float[scores.numCols];
    System.arraycopy(scores.data, row * scores.numCols, copy, 0, copy.length);
    return copy;
  }
}
