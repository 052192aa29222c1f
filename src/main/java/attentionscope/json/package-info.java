/**
 * Reads JSON files that may come from anybody, within bounds: small ones as a tree, large ones
 * token by token. What the files mean is not known here.
 */
@NullMarked
package attentionscope.json;

import org.jspecify.annotations.NullMarked;
