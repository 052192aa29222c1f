/**
 * A lesson's text as nodes of the window: words, formulas, live numbers and pointers that can be
 * pressed and that light up when the thing they speak of is looked at.
 */
@NullMarked
package attentionscope.view.prose;

import org.jspecify.annotations.NullMarked;
