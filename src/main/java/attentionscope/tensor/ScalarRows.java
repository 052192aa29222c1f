package attentionscope.tensor;

/** {@link RowKernel}, one number after the other. */
final class ScalarRows implements RowKernel {

  @Override
  public void add(float[] a, int atA, float[] b, int atB, float[] to, int at, int n) {
    for (int j = 0; j < n; j++) {
      to[at + j] = a[atA + j] + b[atB + j];
    }
  }

  @Override
  public void multiply(float[] a, int atA, float[] b, int atB, float[] to, int at, int n) {
    for (int j = 0; j < n; j++) {
      to[at + j] = a[atA + j] * b[atB + j];
    }
  }

  @Override
  public void addProducts(float[] a, int atA, float[] b, int atB, float[] sums, int at, int n) {
    for (int j = 0; j < n; j++) {
      sums[at + j] = Math.fma(a[atA + j], b[atB + j], sums[at + j]);
    }
  }
}
