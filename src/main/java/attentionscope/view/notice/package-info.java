/** One sentence about what went wrong, inside the window. */
@NullMarked
package attentionscope.view.notice;

import org.jspecify.annotations.NullMarked;
