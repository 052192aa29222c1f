package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import org.ejml.data.FMatrixRMaj;

/** The loss of the module cases, sum(output · loss_coef), which is there to be differentiated. */
final class TorchLoss {
  private TorchLoss() {}

  static void compare(Comparison comparison, ArrayFile expected, FMatrixRMaj output)
      throws Problem {
    if (!comparison.has("loss")) {
      return;
    }
    float[] coefficients = expected.floats("loss_coef");
    double loss = 0;
    for (int i = 0; i < coefficients.length; i++) {
      loss += (double) output.data[i] * coefficients[i];
    }
    comparison.same("loss", (float) loss);
  }
}
