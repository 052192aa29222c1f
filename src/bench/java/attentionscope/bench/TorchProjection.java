package attentionscope.bench;

import ai.djl.ndarray.NDArray;
import attentionscope.files.Problem;
import java.util.Arrays;

/**
 * nn.Linear.
 *
 * @param weight out x in
 * @param bias out
 */
record TorchProjection(NDArray weight, NDArray bias) {

  /** Our projections of these ids, so that one product gives all. */
  static TorchProjection of(TorchParameters parameters, String... ids) throws Problem {
    return new TorchProjection(
        parameters.transposed(with(".weight", ids)), parameters.vector(with(".bias", ids)));
  }

  private static String[] with(String ending, String... ids) {
    return Arrays.stream(ids).map(id -> id + ending).toArray(String[]::new);
  }

  NDArray apply(NDArray x) {
    return Torch.linear(x, weight, bias);
  }
}
