/**
 * Queries and keys of two numbers as arrows in a plane: {@link
 * attentionscope.figure.plane.PlaneFigure} draws one query among all keys, the lines on which every
 * key would have the same score, and below or beside them the scores, weights and output that
 * follow. Arrows stand where the run's own numbers say; lengths and angles are drawn and never
 * printed. What a head needs for it, and what is said of one that lacks it, is in {@link
 * attentionscope.figure.plane.NoPlaneFigure}.
 */
@NullMarked
package attentionscope.figure.plane;

import org.jspecify.annotations.NullMarked;
