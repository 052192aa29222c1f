/** The view of all heads of one kind side by side. */
@NullMarked
package attentionscope.view.heads;

import org.jspecify.annotations.NullMarked;
