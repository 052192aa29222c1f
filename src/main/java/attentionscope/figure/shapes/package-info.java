/**
 * The sizes of attention: every matrix from X through W_Q, W_K, W_V, the heads, scores and weights
 * to the output, with its size, its numbers in miniature, and the multiply-adds of each product.
 *
 * <p>{@link attentionscope.figure.shapes.SizePlan} works sizes out from sizes alone and finds where
 * they do not fit; {@link attentionscope.figure.shapes.ShapesTimeline} knows the moments; {@link
 * attentionscope.figure.shapes.ShapesFigure} draws one of them. Connectors run through the space
 * between boxes and texts only.
 */
@NullMarked
package attentionscope.figure.shapes;

import org.jspecify.annotations.NullMarked;
