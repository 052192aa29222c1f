package attentionscope.workspace.recurrent;

import attentionscope.files.Problem;
import attentionscope.nn.Parameters;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import org.ejml.data.FMatrixRMaj;

/**
 * Parameters of an LSTM whose forget gates begin open: where others have no bias, these have one so
 * large that a cell keeps 95 of 100 parts from step to step (Gers et al. 2000; Jozefowicz et al.
 * 2015).
 *
 * @param others all but that bias
 */
record OpenGates(Parameters others) implements Parameters {

  private static final float BIAS = 3;
  private static final int GATES = 4;

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
    FMatrixRMaj matrix = others.matrix(id, rows, columns, kind);
    if (kind != Kind.BIAS || !id.path().endsWith(".projected.bias")) {
      return matrix;
    }
    FMatrixRMaj open = new FMatrixRMaj(matrix);
    int width = columns / GATES; // input, forget, candidate, output
    for (int column = width; column < 2 * width; column++) {
      open.set(0, column, BIAS);
    }
    return open;
  }

  @Override
  public Origin origin(TensorId id) {
    return others.origin(id);
  }

  @Override
  public Origin origin() {
    return others.origin();
  }
}
