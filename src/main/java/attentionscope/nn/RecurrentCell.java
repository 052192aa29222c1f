package attentionscope.nn;

/**
 * How a recurrent step makes the new state of the old one and the input. In the matrices of all
 * gates their columns stand in the order that is given here, as in PyTorch.
 */
public enum RecurrentCell {
  /** h = tanh(x·W_x + h·W_h + b) (Elman 1990). */
  RNN(1),
  /** Gates reset and update, and the candidate (Cho et al. 2014). */
  GRU(3),
  /** Gates input, forget, candidate and output (Hochreiter and Schmidhuber 1997). */
  LSTM(4);

  private final int gates;

  RecurrentCell(int gates) {
    this.gates = gates;
  }

  /** How many times d_h columns the projected input has. */
  public int gates() {
    return gates;
  }
}
