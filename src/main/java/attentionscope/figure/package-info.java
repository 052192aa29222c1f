/**
 * Figures as display lists: a picture of a trace is drawn once, as marks in paint order and areas
 * that say what is there, and is then painted on a canvas, written as SVG or read out.
 *
 * <p>This package holds the display list itself ({@link attentionscope.figure.Figure}, {@link
 * attentionscope.figure.Mark}, {@link attentionscope.figure.Hit}), its colours ({@link
 * attentionscope.figure.Tint}, {@link attentionscope.figure.Palette}) and how text is measured.
 * What is drawn lives in the packages below it. Nothing here computes a number that the trace does
 * not hold, and nothing knows JavaFX.
 */
@NullMarked
package attentionscope.figure;

import org.jspecify.annotations.NullMarked;
