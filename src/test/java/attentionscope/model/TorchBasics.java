package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Add;
import attentionscope.op.LayerNorm;
import attentionscope.op.Softmax;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Single operations: layer norm, softmax with and without a mask, activations. */
final class TorchBasics {
  static final String LEFT_OUT = "cross-entropy and gradients";

  private TorchBasics() {}

  static boolean recognises(ReferenceCase given) {
    return given.has("layernorm_eps", "softmax", "ce");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    ArrayFile arrays = given.expected();
    float epsilon = given.config().required("layernorm_eps").asFloat();
    FMatrixRMaj norm =
        new LayerNorm(epsilon)
            .forward(
                List.of(
                    rows(arrays, "layernorm.x"),
                    rows(arrays, "layernorm.weight"),
                    rows(arrays, "layernorm.bias")));
    comparison.inputs("layernorm.x", "layernorm.weight", "layernorm.bias", "layernorm.coef");
    comparison.same("layernorm.y", norm);

    for (String name : List.of("softmax", "softmax_large")) {
      softmax(comparison, arrays, name);
    }
    comparison.inputs("act.x");
    for (String name : arrays.arrays().keySet()) {
      if (name.startsWith("act.") && !name.equals("act.x")) {
        comparison.same(name, activation(name).forward(List.of(rows(arrays, "act.x"))));
      }
    }
    comparison.leaveOut(name -> name.startsWith("ce."));
  }

  private static void softmax(Comparison comparison, ArrayFile arrays, String name) throws Problem {
    FMatrixRMaj scores = rows(arrays, name + ".scores");
    if (arrays.has(name + ".mask")) {
      FMatrixRMaj mask = rows(arrays, name + ".mask");
      for (int i = 0; i < mask.data.length; i++) {
        mask.data[i] = mask.data[i] == 0 ? 0 : Float.NEGATIVE_INFINITY;
      }
      scores = Add.MASK.forward(List.of(scores, mask));
    }
    FMatrixRMaj weights = new Softmax().forward(List.of(scores));
    comparison.inputs(name + ".scores", name + ".mask", name + ".coef");
    comparison.same(name + ".p", weights);
    if (comparison.has(name + ".log_p")) {
      float[] logs = new float[weights.data.length];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = (float) StrictMath.log(weights.data[i]);
      }
      comparison.same(name + ".log_p", logs);
    }
  }

  private static Activation activation(String name) {
    return switch (name.substring("act.".length())) {
      case "relu" -> Activation.RELU;
      case "gelu" -> Activation.GELU;
      case "gelu_tanh" -> Activation.GELU_TANH;
      case "quick_gelu" -> Activation.QUICK_GELU;
      case "silu" -> Activation.SILU;
      case "tanh" -> Activation.TANH;
      case "sigmoid" -> Activation.SIGMOID;
      default -> throw new AssertionError("an unknown activation: " + name);
    };
  }

  /** Everything but the last axis as rows. */
  private static FMatrixRMaj rows(ArrayFile arrays, String name) throws Problem {
    float[] numbers = arrays.floats(name);
    int width = arrays.get(name).shape().size(-1);
    return new FMatrixRMaj(numbers.length / width, width, true, numbers);
  }
}
