/**
 * Matrices of 32-bit floats: what their axes mean ({@link attentionscope.tensor.Axis}) and the
 * kernels that compute over them.
 *
 * <p>Storage is EJML's {@code FMatrixRMaj}. Every sum runs from left to right with fused
 * multiply-add in the scalar and in the vector form alike, so that both give the same bits and an
 * explanation can repeat them. Nothing here knows of traces or models.
 */
@NullMarked
package attentionscope.tensor;

import org.jspecify.annotations.NullMarked;
