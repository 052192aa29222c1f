package attentionscope.tensor;

/** Multiplies by a matrix in a file where it lies; shapes are checked. */
interface MappedKernel {

  /**
   * c = a · b, of some columns of b.
   *
   * @param b keeps its rows together
   * @param from the first of the columns, of which c has as many
   */
  void multiply(Factors a, MappedMatrix b, int from, Block c);
}
