/**
 * The operations, one file each. A file holds all that is known about its operation: how it
 * computes, and why each cell of its result has its value.
 *
 * <p>To add one: write a record that implements {@link attentionscope.trace.Op}, make {@code
 * explain} repeat the arithmetic of {@code forward} in the same order, and let a configuration of
 * {@code ModelExactnessTest} compute it: that test compares both on raw bits, and fails while an
 * operation is in none of its runs. Nothing here names matrices or knows of layers.
 */
@NullMarked
package attentionscope.op;

import org.jspecify.annotations.NullMarked;
