package attentionscope.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.data.FMatrixRMaj;

/**
 * PyTorch's functions of the same names, run by libtorch. Tensors that a step has used up are
 * closed at once, as reference counting does in Python, so that their memory is used again.
 */
final class Torch {

  private Torch() {}

  /** Where parameters live. */
  static NDManager manager() {
    return NDManager.newBaseManager(Device.cpu(), "PyTorch");
  }

  /** A matrix as it is. */
  static NDArray tensor(NDManager manager, FMatrixRMaj matrix) {
    return own(manager, matrix.data, new Shape(matrix.numRows, matrix.numCols));
  }

  /**
   * A tensor in libtorch's own memory: DJL's lies in Java's, which views of it do not keep alive.
   */
  static NDArray own(NDManager manager, float[] data, Shape shape) {
    return then(manager.create(data, shape), NDArray::duplicate);
  }

  /** Token ids, B x T. */
  static NDArray ids(NDManager manager, int samples, List<Integer> ids) {
    long[] data = ids.stream().mapToLong(Integer::longValue).toArray();
    return then(
        manager.create(data, new Shape(samples, data.length / samples)), NDArray::duplicate);
  }

  static NDArray embedding(NDArray ids, NDArray table) {
    return ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).singletonOrThrow();
  }

  /** x·Wᵀ + b with W [out, in]. */
  static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).singletonOrThrow();
  }

  static NDArray layerNorm(NDArray x, NDArray gain, NDArray bias, float epsilon) {
    return x.getNDArrayInternal()
        .layerNorm(x, gain.getShape(), gain, bias, epsilon)
        .singletonOrThrow();
  }

  /** The next step of a calculation that needs x no longer. */
  static NDArray then(NDArray x, UnaryOperator<NDArray> step) {
    try (x) {
      return step.apply(x);
    }
  }
}
