/** Go to anything: every matrix, lesson and command by a few letters of its name. */
@NullMarked
package attentionscope.view.search;

import org.jspecify.annotations.NullMarked;
