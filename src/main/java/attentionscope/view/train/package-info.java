/** The training laboratory: what is tried out, and how the runs stand while they learn. */
@NullMarked
package attentionscope.view.train;

import org.jspecify.annotations.NullMarked;
