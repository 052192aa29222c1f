package attentionscope.figure.heads;

import attentionscope.figure.Rect;

/**
 * Where tiles of equal size stand, and how much they have room to say.
 *
 * @param field all of them
 * @param columns how many stand beside each other
 * @param width of a tile with its gap
 * @param height of a tile with its gap
 * @param style what a tile says
 */
record HeadTiles(Rect field, int columns, double width, double height, Style style) {

  private static final double GAP = 6;
  private static final double LARGEST = 300;

  /** What a tile has room for. */
  enum Style {
    /** Its name in a corner. */
    NAME,
    /** Its name above. */
    TITLE,
    /** Its name and its measures as bare numbers on the right. */
    BESIDE,
    /** Its name above, its measures below. */
    BELOW
  }

  /**
   * @param rows how many there are; 0 where tiles may stand in as many as suits
   * @param columns how many there are; where rows are free, how many tiles
   */
  static HeadTiles of(Rect field, int rows, int columns) {
    return rows == 0 ? best(field, columns) : at(field, rows, columns);
  }

  private static HeadTiles at(Rect field, int rows, int columns) {
    double width = Math.min(LARGEST, field.width() / columns);
    double height = Math.min(field.height() / rows, width + HeadTile.TITLE + HeadTile.MEASURES);
    return new HeadTiles(field, columns, width, height, style(width - GAP, height - GAP));
  }

  /** As many beside each other as make the weights largest. */
  private static HeadTiles best(Rect field, int tiles) {
    HeadTiles best = at(field, tiles, 1);
    for (int across = 2; across <= tiles; across++) {
      HeadTiles other = at(field, (tiles + across - 1) / across, across);
      if (other.side() > best.side()) {
        best = other;
      }
    }
    return best;
  }

  /** The side of square weights. */
  private double side() {
    double wide = width - GAP;
    double high = height - GAP - HeadTile.BAR_ROOM;
    return switch (style) {
      case NAME -> Math.min(wide, high);
      case TITLE -> Math.min(wide, high - HeadTile.TITLE);
      case BESIDE -> Math.min(wide - HeadTile.BESIDE, high);
      case BELOW -> Math.min(wide, high - HeadTile.TITLE - HeadTile.MEASURES);
    };
  }

  /** The one that says most and leaves the weights most of what there is. */
  private static Style style(double width, double height) {
    double below = Math.min(width, height - HeadTile.TITLE - HeadTile.MEASURES);
    if (width >= 84 && below >= 44 && below >= 0.6 * Math.min(width, height)) {
      return Style.BELOW;
    }
    double beside = Math.min(height - HeadTile.BAR_ROOM, width - HeadTile.BESIDE);
    double title = Math.min(width, height - HeadTile.BAR_ROOM - HeadTile.TITLE);
    if (beside >= 24 && beside >= 0.85 * title) {
      return Style.BESIDE;
    }
    return title >= 26 ? Style.TITLE : Style.NAME;
  }

  Rect place(int row, int column) {
    double gap = Math.min(GAP, Math.min(width, height) * 0.1);
    return new Rect(
        field.x() + column * width, field.y() + row * height, width - gap, height - gap);
  }
}
