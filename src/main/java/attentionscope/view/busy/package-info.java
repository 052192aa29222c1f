/** What is said while something takes a while. */
@NullMarked
package attentionscope.view.busy;

import org.jspecify.annotations.NullMarked;
