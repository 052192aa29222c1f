package attentionscope.tensor;

/** One way of computing the products that {@link Products} describes; shapes are checked. */
interface ProductKernel {

  /** c = a · b. */
  void multiply(Block a, Block b, Block c);

  /** c = a · bᵀ. */
  void multiplyTransposed(Block a, Block b, Block c);
}
