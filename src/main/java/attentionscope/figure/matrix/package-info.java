/**
 * Matrices as pictures: how numbers become colours ({@link
 * attentionscope.figure.matrix.ColorScale}) and short texts, how axes are labelled, and the heatmap
 * of any matrix of a trace ({@link attentionscope.figure.matrix.HeatmapFigure}). A masked cell is
 * hatched, never merely pale; a matrix with more cells than pixels is reduced, and says so.
 */
@NullMarked
package attentionscope.figure.matrix;

import org.jspecify.annotations.NullMarked;
