package attentionscope.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import attentionscope.files.Problem;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import org.ejml.data.FMatrixRMaj;

/**
 * nn.Linear.
 *
 * @param weight out x in
 * @param bias out
 */
record TorchProjection(NDArray weight, NDArray bias) {

  /** Our projections of these ids, one below the other, so that one product gives all. */
  static TorchProjection of(NDManager manager, Trace trace, String... ids) throws Problem {
    int outs = 0;
    int in = 0;
    for (String id : ids) {
      FMatrixRMaj part = trace.get(TensorId.of(id + ".weight")).value();
      outs += part.numCols;
      in = part.numRows;
    }
    float[] weight = new float[outs * in];
    float[] bias = new float[outs];
    int row = 0;
    for (String id : ids) {
      FMatrixRMaj part = trace.get(TensorId.of(id + ".weight")).value(); // in x out
      FMatrixRMaj added = trace.get(TensorId.of(id + ".bias")).value();
      for (int out = 0; out < part.numCols; out++, row++) {
        bias[row] = added.get(0, out);
        for (int i = 0; i < in; i++) {
          weight[row * in + i] = part.get(i, out);
        }
      }
    }
    return new TorchProjection(
        Torch.own(manager, weight, new Shape(outs, in)), Torch.own(manager, bias, new Shape(outs)));
  }

  NDArray apply(NDArray x) {
    return Torch.linear(x, weight, bias);
  }
}
