/** The tokens that the model reads, editable where they stand. */
@NullMarked
package attentionscope.view.tokens;

import org.jspecify.annotations.NullMarked;
