/**
 * The training laboratory: one run, or two in step, that somebody watches while they learn. It
 * takes steps on a thread of its own and publishes what never changes any more: curves, and
 * snapshots of the model that open as any model. It knows no window.
 */
@NullMarked
package attentionscope.workspace.laboratory;

import org.jspecify.annotations.NullMarked;
