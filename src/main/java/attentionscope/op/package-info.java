/**
 * The operations, one file each. A file holds all that is known about its operation: how it
 * computes, and why each cell of its result has its value.
 *
 * <p>To add one: write a record that implements {@link attentionscope.trace.Op}, make {@code
 * explain} repeat the arithmetic of {@code forward} in the same order, and add a case to {@code
 * OpsTest}, which compares both on raw bits. Nothing here names matrices or knows of layers.
 */
@NullMarked
package attentionscope.op;

import org.jspecify.annotations.NullMarked;
