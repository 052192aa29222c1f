package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.RecurrentCell;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** The formulas of recurrent cells as the papers write them, in 64 bits, one number at a time. */
final class PlainLoop {

  private final RecurrentCell cell;
  private final FMatrixRMaj input;
  private final FMatrixRMaj bias;
  private final FMatrixRMaj recurrent;
  private final FMatrixRMaj candidate;
  private final int width;

  /** With the parameters that a run of the layer used. */
  PlainLoop(Trace trace, String layer, RecurrentCell cell) throws Problem {
    TensorId id = TensorId.of(layer);
    this.cell = cell;
    this.input = trace.get(id.child("projected.weight")).value();
    this.bias = trace.get(id.child("projected.bias")).value();
    this.recurrent = trace.get(id.child("recurrent.weight")).value();
    this.candidate =
        cell == RecurrentCell.GRU ? trace.get(id.child("candidate.weight")).value() : recurrent;
    this.width = recurrent.numRows;
  }

  /** The hidden state after each token. */
  double[][] states(List<double[]> tokens) {
    double[][] states = new double[tokens.size()][];
    double[] hidden = new double[width];
    double[] memory = new double[width];
    for (int step = 0; step < states.length; step++) {
      double[] x = tokens.get(step);
      double[] next = new double[width];
      for (int j = 0; j < width; j++) {
        next[j] =
            switch (cell) {
              case RNN -> Math.tanh(sum(x, hidden, recurrent, j, j));
              case GRU -> gru(x, hidden, j);
              case LSTM -> lstm(x, hidden, memory, j);
            };
      }
      hidden = next;
      states[step] = hidden;
    }
    return states;
  }

  private double gru(double[] x, double[] hidden, int j) {
    double update = sigmoid(sum(x, hidden, recurrent, width + j, width + j));
    double[] remembered = new double[width];
    for (int i = 0; i < width; i++) {
      remembered[i] = hidden[i] * sigmoid(sum(x, hidden, recurrent, i, i));
    }
    double proposed = Math.tanh(sum(x, remembered, candidate, 2 * width + j, j));
    return update * hidden[j] + (1 - update) * proposed;
  }

  private double lstm(double[] x, double[] hidden, double[] memory, int j) {
    double in = sigmoid(sum(x, hidden, recurrent, j, j));
    double forget = sigmoid(sum(x, hidden, recurrent, width + j, width + j));
    double proposed = Math.tanh(sum(x, hidden, recurrent, 2 * width + j, 2 * width + j));
    double out = sigmoid(sum(x, hidden, recurrent, 3 * width + j, 3 * width + j));
    memory[j] = forget * memory[j] + in * proposed;
    return out * Math.tanh(memory[j]);
  }

  private double sum(double[] x, double[] h, FMatrixRMaj weight, int column, int own) {
    double sum = bias.get(0, column);
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * input.get(i, column);
    }
    for (int i = 0; i < width; i++) {
      sum += h[i] * weight.get(i, own);
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
