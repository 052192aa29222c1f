package attentionscope.train;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Adam (Kingma and Ba 2015, algorithm 1):
 *
 * <pre>
 *   m = β₁ m + (1 − β₁) g          v = β₂ v + (1 − β₂) g²
 *   p = p − rate / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
 * </pre>
 *
 * With a decay it is AdamW (Loshchilov and Hutter 2019): before the step p = p − rate · decay · p.
 *
 * @param beta1 how slowly the mean forgets
 * @param beta2 how slowly the mean square forgets
 * @param epsilon keeps the division from zero
 * @param decay of the parameters themselves, 0 for none
 */
public record Adam(float beta1, float beta2, float epsilon, float decay) implements Optimizer {

  private static final String MEAN = "adam/m";
  private static final String SQUARE = "adam/v";

  /** β₁ 0.9, β₂ 0.999, ε 1e-8, as most libraries begin. */
  public static final Adam USUAL = new Adam(0.9f, 0.999f, 1e-8f, 0f);

  /** β₁ 0.9, β₂ 0.98, ε 1e-9 (Vaswani et al. 2017, section 5.3). */
  public static final Adam OF_THE_PAPER = new Adam(0.9f, 0.98f, 1e-9f, 0f);

  @Override
  public List<String> memory() {
    return List.of(MEAN, SQUARE);
  }

  @Override
  public FMatrixRMaj step(
      FMatrixRMaj parameter,
      FMatrixRMaj gradient,
      List<FMatrixRMaj> memory,
      double rate,
      int step) {
    float[] mean = memory.get(0).data;
    float[] square = memory.get(1).data;
    float[] before = parameter.data;
    float[] g = gradient.data;
    FMatrixRMaj next = new FMatrixRMaj(parameter.numRows, parameter.numCols);
    float[] after = next.data;
    float kept = (float) (1 - rate * decay);
    float size = (float) (rate / (1 - StrictMath.pow(beta1, step)));
    float root = (float) Math.sqrt(1 - StrictMath.pow(beta2, step));
    float newMean = 1 - beta1;
    float newSquare = 1 - beta2;
    for (int i = 0; i < after.length; i++) {
      mean[i] = beta1 * mean[i] + newMean * g[i];
      square[i] = beta2 * square[i] + newSquare * (g[i] * g[i]);
      float spread = (float) Math.sqrt(square[i]) / root + epsilon;
      after[i] = before[i] * kept - size * (mean[i] / spread);
    }
    return next;
  }
}
