package attentionscope.view;

import attentionscope.figure.Frame;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.paint.Formulas;
import attentionscope.language.Texts;

/**
 * What figures are drawn with.
 *
 * @param measure of the fonts on screen
 * @param formulas of TeX's fonts
 */
public record Drawer(TextMeasure measure, Formulas formulas) {
  public Frame frame(double width, double height, Texts texts) {
    return new Frame(width, height, texts, measure, formulas);
  }
}
