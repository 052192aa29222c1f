package attentionscope.train;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Stochastic gradient descent: p − rate · v, where v = momentum · v + g.
 *
 * @param momentum 0 for none
 */
public record Sgd(float momentum) implements Optimizer {

  private static final String VELOCITY = "sgd/v";

  @Override
  public List<String> memory() {
    return momentum == 0 ? List.of() : List.of(VELOCITY);
  }

  @Override
  public FMatrixRMaj step(
      FMatrixRMaj parameter,
      FMatrixRMaj gradient,
      List<FMatrixRMaj> memory,
      double rate,
      int step) {
    FMatrixRMaj next = new FMatrixRMaj(parameter.numRows, parameter.numCols);
    float size = (float) rate;
    float[] direction = gradient.data;
    if (momentum != 0) {
      direction = memory.getFirst().data;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = momentum * direction[i] + gradient.data[i];
      }
    }
    for (int i = 0; i < next.data.length; i++) {
      next.data[i] = parameter.data[i] - size * direction[i];
    }
    return next;
  }
}
