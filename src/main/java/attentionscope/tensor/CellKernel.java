package attentionscope.tensor;

/** One way of applying a function to many numbers. */
interface CellKernel {

  /** y[i] = f(x[i]) for i from {@code from} up to, but without, {@code to}; y may be x. */
  void apply(CellFunction function, float[] x, float[] y, int from, int to);
}
