/** The rail at the left: the views there are. */
@NullMarked
package attentionscope.view.rail;

import org.jspecify.annotations.NullMarked;
