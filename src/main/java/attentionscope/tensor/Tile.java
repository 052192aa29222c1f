package attentionscope.tensor;

/** Four rows of c by some columns, computed at once in registers; see {@link PackedProducts}. */
interface Tile {

  int ROWS = 4;

  /** How wide it is; panels have the width of the tile that reads them. */
  int columns();

  /**
   * Adds to c the products of four rows of a and the panel.
   *
   * <p>Where c ends before the fourth row, its last row stands in for those that are missing: it is
   * computed again and the same numbers are stored to the same place.
   *
   * @param a the left-hand matrix
   * @param i the first of the rows of a and c
   * @param k the column of a that belongs to the panel's first row
   * @param panel as wide as this tile
   * @param depth rows of the panel
   * @param c begins with the columns of the panel
   */
  void add(Block a, int i, int k, float[] panel, int depth, Block c);
}
