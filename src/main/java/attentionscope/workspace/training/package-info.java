/**
 * Training from beginning to end: a plan, the run that follows it, and the folder it leaves behind,
 * which opens as a model like any other.
 */
@NullMarked
package attentionscope.workspace.training;

import org.jspecify.annotations.NullMarked;
