package attentionscope.figure.shapes;

import attentionscope.figure.Rect;

/**
 * Where a matrix stands.
 *
 * @param part which
 * @param rect its cells
 * @param room the place kept for it: keys need theirs lying and standing
 * @param caption its name and its size
 * @param flat whether the size stands beside the name, not below it
 */
record Box(Part part, Rect rect, Rect room, Rect caption, boolean flat) {

  /** The same standing the other way round. */
  Rect upright() {
    double wide = rect.height();
    double high = rect.width();
    return new Rect(room.x(), room.centerY() - high / 2, wide, high);
  }

  /** Everything that belongs to it. */
  Rect all() {
    return room.union(caption);
  }
}
