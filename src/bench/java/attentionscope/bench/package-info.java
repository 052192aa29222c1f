/**
 * The engine's speed beside that of libtorch, PyTorch's own kernels, and of plain EJML.
 *
 * <p>{@link attentionscope.bench.Work} lists what is measured. Each {@link
 * attentionscope.bench.Row} has two sides that do the same work on the same numbers, and compares
 * their results before either is timed. Nothing of this is part of the program or of its tests.
 */
@NullMarked
package attentionscope.bench;

import org.jspecify.annotations.NullMarked;
