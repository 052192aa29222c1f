package attentionscope.nn;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Masks: 0 where a query may look at a key, −∞ where it may not. All are (B·T_q) x T_k. */
public final class Masks {

  private Masks() {}

  /** Every query may look at every key. */
  public static FMatrixRMaj none(int samples, int queries, int keys) {
    return new FMatrixRMaj(samples * queries, keys);
  }

  /**
   * A query may look at itself and at what came before it.
   *
   * @param queries the last of the keys
   */
  public static FMatrixRMaj lookAhead(int samples, int queries, int keys) {
    FMatrixRMaj mask = none(samples, queries, keys);
    for (int row = 0; row < mask.numRows; row++) {
      for (int key = row % queries + keys - queries + 1; key < keys; key++) {
        mask.set(row, key, Float.NEGATIVE_INFINITY);
      }
    }
    return mask;
  }

  /**
   * A query may look at itself and at no more than so many before it (sliding window, Beltagy et
   * al. 2020), whatever comes after.
   *
   * @param queries the last of the keys
   * @param reach how many keys a query sees, itself among them
   */
  public static FMatrixRMaj window(int samples, int queries, int keys, int reach) {
    FMatrixRMaj mask = none(samples, queries, keys);
    for (int row = 0; row < mask.numRows; row++) {
      for (int key = 0; key <= row % queries + keys - queries - reach; key++) {
        mask.set(row, key, Float.NEGATIVE_INFINITY);
      }
    }
    return mask;
  }

  /**
   * Nobody may look at padding.
   *
   * @param queries queries of one sample
   * @param padded for each key of each sample (B·T_k) whether it is padding
   */
  public static FMatrixRMaj padding(int samples, int queries, List<Boolean> padded) {
    int keys = padded.size() / samples;
    FMatrixRMaj mask = none(samples, queries, keys);
    for (int row = 0; row < mask.numRows; row++) {
      for (int key = 0; key < keys; key++) {
        if (padded.get(row / queries * keys + key)) {
          mask.set(row, key, Float.NEGATIVE_INFINITY);
        }
      }
    }
    return mask;
  }

  /**
   * Lets a query that may look at nothing look at everything alike, as where padding stands in
   * front, or fills more than a window. A row of −∞ alone would have no weights, which spreads to
   * everything; the lowest finite number swallows the scores that it is added to, so that all
   * weights of the row are equal. Hugging Face's models have this number wherever something is
   * masked, and so the same row.
   *
   * @param mask changed
   * @return the mask
   */
  public static FMatrixRMaj evenWhereBlind(FMatrixRMaj mask) {
    for (int row = 0; row < mask.numRows; row++) {
      boolean blind = true;
      for (int key = 0; key < mask.numCols && blind; key++) {
        blind = mask.get(row, key) == Float.NEGATIVE_INFINITY;
      }
      if (blind) {
        Arrays.fill(mask.data, row * mask.numCols, (row + 1) * mask.numCols, -Float.MAX_VALUE);
      }
    }
    return mask;
  }

  /** What both masks leave: their sum. */
  public static FMatrixRMaj both(FMatrixRMaj a, FMatrixRMaj b) {
    FMatrixRMaj sum = a.copy();
    for (int i = 0; i < sum.data.length; i++) {
      sum.data[i] += b.data[i];
    }
    return sum;
  }
}
