package attentionscope.figure.paint;

import attentionscope.figure.Figure;

/** Reads a figure out: what it says of itself, for screen readers, the command line and files. */
public final class TextReading {

  private TextReading() {}

  /** One line a paragraph. */
  public static String of(Figure figure) {
    return String.join("\n", figure.reading()) + "\n";
  }
}
