/**
 * The attention of a run: one head large, and all layers and heads of every attention of the run
 * small beside it, so that encoder self-attention, decoder self-attention and cross-attention can
 * be compared at a glance. {@link attentionscope.figure.heads.HeadsFigure} shows all heads of one
 * kind with their measures, in their places or in an order.
 */
@NullMarked
package attentionscope.figure.heads;

import org.jspecify.annotations.NullMarked;
