package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/**
 * Attention of one head over many tokens: softmax(Q·Kᵀ / √d_k)·V (Vaswani et al. 2017, equation 1)
 * with the same bits as the steps one by one have, but without their matrices. Some queries at a
 * time are taken through all steps, so that of T x T scores only a few rows exist at once.
 */
public final class Attention {

  /** Queries that are taken through all steps together. */
  private static final int ROWS = 128;

  private Attention() {}

  /**
   * The head's output alone.
   *
   * @param q T_q x d_k
   * @param k T_k x d_k
   * @param v T_k x d_v
   * @param divisor √d_k
   * @param output T_q x d_v, overwritten
   */
  public static void output(Block q, Block k, Block v, float divisor, Block output) {
    Block keys = Products.transposed(k); // d_k x T_k
    eachPart(
        q.rows(),
        (from, to) -> {
          FMatrixRMaj weights = new FMatrixRMaj(to - from, k.rows());
          weights(q.rows(from, to), keys, divisor, weights.data, 0);
          Products.multiply(Block.of(weights), v, output.rows(from, to));
        });
  }

  /**
   * The head's weights.
   *
   * @param q T_q x d_k
   * @param k T_k x d_k
   * @param divisor √d_k
   * @param weights T_q x T_k, overwritten
   */
  public static void weights(Block q, Block k, float divisor, FMatrixRMaj weights) {
    Block keys = Products.transposed(k);
    eachPart(q.rows(), (from, to) -> weights(q.rows(from, to), keys, divisor, weights.data, from));
  }

  /** The weights of some queries, into rows of a matrix. */
  private static void weights(Block q, Block keys, float divisor, float[] data, int row) {
    int columns = keys.columns();
    int start = row * columns;
    int end = start + q.rows() * columns;
    Products.multiply(q, keys, new Block(data, start, columns, q.rows(), columns));
    for (int i = start; i < end; i++) {
      data[i] /= divisor;
    }
    Rows.softmax(data, data, row, row + q.rows(), columns);
  }

  private interface Part {
    void compute(int from, int to);
  }

  private static void eachPart(int rows, Part part) {
    Team.shared()
        .each(
            (rows + ROWS - 1) / ROWS, p -> part.compute(p * ROWS, Math.min(rows, (p + 1) * ROWS)));
  }
}
