/** The steps view: one head's calculation, cell by cell. */
@NullMarked
package attentionscope.view.steps;

import org.jspecify.annotations.NullMarked;
