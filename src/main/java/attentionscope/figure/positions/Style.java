package attentionscope.figure.positions;

import attentionscope.figure.Type;

/** Sizes that the figures of this view share, so that what stands above each other lines up. */
final class Style {

  /** Numbers along an axis. */
  static final Type TICK = Type.ui(11);

  /** What an axis is called, and other small words. */
  static final Type NAME = Type.ui(11.5);

  static final Type LABEL = Type.ui(12.5);
  static final Type VALUE = Type.ui(12.5).weight(Type.Weight.MEDIUM);
  static final Type STRONG = Type.ui(12.5).weight(Type.Weight.SEMIBOLD);

  /** Between the edge and what is drawn over positions: room for numbers of an axis. */
  static final double LEFT = 36;

  static final double RIGHT = 10;

  /** Above a matrix: the name of the axis downwards. */
  static final double TOP = 18;

  /** Below a matrix or a plot: the numbers of the axis. */
  static final double TICKS = 20;

  private Style() {}
}
