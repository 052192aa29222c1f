package attentionscope.tensor;

/** Four rows of c by some columns, computed at once in registers; see {@link PackedProducts}. */
interface Tile {

  int ROWS = 4;

  /** How wide it is. */
  int columns();

  /**
   * Adds to c the products of four rows of a and some rows of b.
   *
   * <p>Where c ends before the fourth row, its last row stands in for those that are missing: it is
   * computed again and the same numbers are stored to the same place.
   *
   * @param a the left-hand matrix
   * @param i the first of the rows of a and c
   * @param k the column of a that belongs to the first row of b
   * @param b as wide as this tile, or wider
   * @param from index of the first cell of b
   * @param stride from one row's first cell in b to the next one's
   * @param depth rows of b
   * @param c begins with the columns that belong to {@code from}
   */
  void add(Factors a, int i, int k, float[] b, int from, int stride, int depth, Block c);
}
