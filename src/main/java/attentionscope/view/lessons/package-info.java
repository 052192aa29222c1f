/** The list of lessons. */
@NullMarked
package attentionscope.view.lessons;

import org.jspecify.annotations.NullMarked;
