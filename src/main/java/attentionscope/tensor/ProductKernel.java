package attentionscope.tensor;

/** One way of computing the products that {@link Products} describes; shapes are checked. */
interface ProductKernel {

  /** c = a · b. */
  void multiply(Factors a, Block b, Block c);

  /** c = a · bᵀ. */
  void multiplyTransposed(Factors a, Block b, Block c);
}
