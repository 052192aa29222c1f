package attentionscope.figure.recurrent;

import attentionscope.figure.Type;

/** What all parts of the figure have in common. */
final class Style {

  static final double SIDE = 22;
  static final double TITLE_LINE = 20;
  static final Type TITLE = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  static final Type WORD = Type.ui(12.5);
  static final Type STRONG = Type.ui(12.5).weight(Type.Weight.SEMIBOLD);
  static final Type SMALL = Type.ui(11);
  static final Type AXIS = Type.ui(10.5);
  static final Type FORMULA = Type.mono(11);

  private Style() {}
}
