/** The shapes view: every matrix of an attention with its size, and where sizes do not fit. */
@NullMarked
package attentionscope.view.shapes;

import org.jspecify.annotations.NullMarked;
