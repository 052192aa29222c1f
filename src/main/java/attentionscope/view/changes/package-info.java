/** The changes that a run was made with, each of which can be taken back. */
@NullMarked
package attentionscope.view.changes;

import org.jspecify.annotations.NullMarked;
