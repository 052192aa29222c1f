package attentionscope.train;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** How a parameter follows its gradient. All arithmetic is in 32-bit floats, cell by cell. */
public sealed interface Optimizer permits Sgd, Adam {

  /** The families of what is remembered for each parameter: {@code adam/m}. */
  List<String> memory();

  /**
   * One step of one parameter.
   *
   * @param parameter before the step; not changed
   * @param gradient of its size
   * @param memory a matrix of its size for each family in their order, zero before the first step;
   *     changed
   * @param rate the learning rate of this step
   * @param step counted from 1
   * @return the parameter after the step
   */
  FMatrixRMaj step(
      FMatrixRMaj parameter, FMatrixRMaj gradient, List<FMatrixRMaj> memory, double rate, int step);
}
