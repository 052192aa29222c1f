/**
 * What the recurrent view measures besides its run: how gradients reach back through time, how
 * accuracy depends on the length of the input, what other models of the same task answer. Nothing
 * here draws.
 */
@NullMarked
package attentionscope.workspace.recurrent;

import org.jspecify.annotations.NullMarked;
