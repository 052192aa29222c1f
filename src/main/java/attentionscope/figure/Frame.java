package attentionscope.figure;

import attentionscope.language.Texts;

/**
 * What a figure is drawn into: its size and its language. A figure fills the size it is given and
 * never exceeds it.
 *
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 */
public record Frame(
    double width, double height, Texts texts, TextMeasure measure, FormulaMeasure formulas) {

  public Frame sized(double otherWidth, double otherHeight) {
    return new Frame(otherWidth, otherHeight, texts, measure, formulas);
  }

  public String text(String key, Object... args) {
    return texts.get(key, args);
  }
}
