/**
 * Scaled dot-product attention of one head, cell by cell. {@link
 * attentionscope.figure.steps.StepsTimeline} knows every moment of the calculation and which cell
 * it makes; {@link attentionscope.figure.steps.StepsFigure} draws one moment. The figure depends on
 * nothing but the trace and the moment, so playing, scrubbing and going backwards are the same
 * thing. Nothing is computed here: the trace holds every number, and {@code explain} the rest.
 */
@NullMarked
package attentionscope.figure.steps;

import org.jspecify.annotations.NullMarked;
