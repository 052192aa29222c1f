package attentionscope.figure.generate;

import attentionscope.figure.Rect;

/** What stands below or beside the choice of the next token. */
interface Lower {

  /** How tall it would be with everything in sight. */
  double wants(double width);

  void draw(Rect room);
}
