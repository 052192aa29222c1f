package attentionscope.figure.positions;

import attentionscope.figure.Frame;

/** What axes are called beside a plot, with the way they run. */
final class AxisWords {

  private AxisWords() {}

  /** {@code position →}. */
  static String across(Frame frame, String key) {
    return frame.text("figure.axis.across", frame.text(key));
  }

  /** {@code dimension ↓}. */
  static String down(Frame frame, String key) {
    return frame.text("figure.axis.down", frame.text(key));
  }
}
