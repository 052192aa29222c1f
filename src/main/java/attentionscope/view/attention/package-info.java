/** The attention view: every head of a run, and one of them large. */
@NullMarked
package attentionscope.view.attention;

import org.jspecify.annotations.NullMarked;
