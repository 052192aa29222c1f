/**
 * A training as it goes on: its curves, the attention of one text forming, and what the model
 * answers by now. Numbers come from the laboratory's state and from the trace of the snapshot that
 * is looked at.
 */
@NullMarked
package attentionscope.figure.train;

import org.jspecify.annotations.NullMarked;
