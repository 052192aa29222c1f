/**
 * The trace of a run: every matrix, the operation that made it, and why each of its cells has the
 * value it has.
 *
 * <p>Operations themselves live in {@code op}; this package knows only what every operation can do
 * ({@link attentionscope.trace.Op}), how runs are recorded ({@link attentionscope.trace.Tape}), how
 * a run can be changed ({@link attentionscope.trace.Intervention}), and how a value is explained
 * ({@link attentionscope.trace.Expr}). Nothing here draws, reads files or knows a model.
 */
@NullMarked
package attentionscope.trace;

import org.jspecify.annotations.NullMarked;
