package attentionscope.tensor;

/** The functions of {@link Functions}, one number after the other. */
final class ScalarFunctions implements CellKernel {

  @Override
  public void apply(CellFunction function, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = function.of(x[i]);
    }
  }
}
