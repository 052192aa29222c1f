package attentionscope.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import attentionscope.files.Problem;
import attentionscope.op.Gradients;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Our parameters as libtorch has them. Where PyTorch keeps several in one tensor, so does this: the
 * rows of projections lie below each other and are transposed, [out, in].
 */
final class TorchParameters {

  /** A tensor, and the parameters of ours that it holds. */
  private record Held(NDArray tensor, List<String> ids, boolean transposed) {}

  private final NDManager manager;
  private final Trace trace;
  private final boolean learns;
  private final List<Held> all = new ArrayList<>();
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private int steps;

  /**
   * @param trace of our model, from which values are taken
   * @param learns whether gradients are wanted
   */
  TorchParameters(NDManager manager, Trace trace, boolean learns) {
    this.manager = manager;
    this.trace = trace;
    this.learns = learns;
  }

  NDManager manager() {
    return manager;
  }

  /**
   * A number as a tensor. DJL frees a plain number's memory at once, though autograd may still read
   * it.
   */
  NDArray number(double number) {
    return Torch.own(manager, new float[] {(float) number}, new Shape());
  }

  /** A matrix as it is. */
  NDArray matrix(String id) throws Problem {
    FMatrixRMaj matrix = trace.get(TensorId.of(id)).value();
    return keep(matrix.data, new Shape(matrix.numRows, matrix.numCols), List.of(id), false);
  }

  /** Rows, such as biases, joined into one vector. */
  NDArray vector(String... ids) throws Problem {
    float[] joined = joined(trace, List.of(ids), false);
    return keep(joined, new Shape(joined.length), List.of(ids), false);
  }

  /** Projections, transposed and below each other. */
  NDArray transposed(String... ids) throws Problem {
    float[] joined = joined(trace, List.of(ids), true);
    long in = trace.get(TensorId.of(ids[0])).value().numRows;
    return keep(joined, new Shape(joined.length / in, in), List.of(ids), true);
  }

  private NDArray keep(float[] data, Shape shape, List<String> ids, boolean transposed) {
    NDArray tensor = Torch.own(manager, data, shape);
    tensor.setRequiresGradient(learns);
    all.add(new Held(tensor, ids, transposed));
    if (learns) {
      means.add(Torch.own(manager, new float[data.length], shape));
      squares.add(Torch.own(manager, new float[data.length], shape));
    }
    return tensor;
  }

  private static float[] joined(Trace trace, List<String> ids, boolean transposed) throws Problem {
    int cells = 0;
    for (String id : ids) {
      cells += trace.get(TensorId.of(id)).value().getNumElements();
    }
    float[] joined = new float[cells];
    int at = 0;
    for (String id : ids) {
      FMatrixRMaj part = trace.get(TensorId.of(id)).value();
      for (int i = 0; i < part.data.length; i++) {
        int from = transposed ? i % part.numRows * part.numCols + i / part.numRows : i;
        joined[at++] = part.data[from];
      }
    }
    return joined;
  }

  /** torch.optim.Adam's step with its usual settings; gradients are zero afterwards. */
  void adam(float rate) {
    steps++;
    double correction = Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps));
    for (int i = 0; i < all.size(); i++) {
      NDArray tensor = all.get(i).tensor;
      try (NDArray gradient = tensor.getGradient()) {
        tensor
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(tensor, gradient, means.get(i), squares.get(i)),
                new NDList(tensor),
                rate,
                (float) (rate * correction),
                0f,
                1f,
                -1f,
                0.9f,
                0.999f,
                1e-8f,
                false,
                false);
        gradient.subi(gradient);
      }
    }
  }

  /** Compares all gradients with those of a run of ours. */
  void compareGradients(Trace ours) throws Problem {
    for (Held held : all) {
      List<String> ids =
          held.ids.stream().map(id -> TensorId.of(id).in(Gradients.FAMILY).path()).toList();
      try (NDArray gradient = held.tensor.getGradient()) {
        DifferentResults.check(
            ids.toString(), joined(ours, ids, held.transposed), gradient.toFloatArray());
        gradient.subi(gradient);
      }
    }
  }
}
