package attentionscope.tensor;

/** Copies pieces of a matrix into panels; see {@link Panel}. */
interface Packer {

  /**
   * Copies the rows from {@code k} and the columns from {@code j} of b into panels that lie one
   * after the other.
   *
   * @param depth how many rows
   * @param neighbours how many panels
   * @param panels where they lie
   * @param width columns of each, some vectors
   */
  void pack(Block b, int k, int depth, int j, int neighbours, float[] panels, int width);
}
