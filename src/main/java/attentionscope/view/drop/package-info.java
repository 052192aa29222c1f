/** Folders and files that are dropped on the window. */
@NullMarked
package attentionscope.view.drop;

import org.jspecify.annotations.NullMarked;
