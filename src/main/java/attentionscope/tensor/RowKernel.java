package attentionscope.tensor;

/**
 * Arithmetic on two stretches of floats that lie at different places. The compiler turns such loops
 * into SIMD instructions only where both have one index, so they are written out.
 *
 * <p>{@code to} may be one of the operands, at the same place.
 */
interface RowKernel {

  /** to[j] = a[j] + b[j] for n cells, each from its own beginning. */
  void add(float[] a, int atA, float[] b, int atB, float[] to, int at, int n);

  /** to[j] = a[j] · b[j]. */
  void multiply(float[] a, int atA, float[] b, int atB, float[] to, int at, int n);

  /** sums[j] = fma(a[j], b[j], sums[j]). */
  void addProducts(float[] a, int atA, float[] b, int atB, float[] sums, int at, int n);
}
