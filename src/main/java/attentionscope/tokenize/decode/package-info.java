/** From pieces back to the text that they were found in. */
@NullMarked
package attentionscope.tokenize.decode;

import org.jspecify.annotations.NullMarked;
