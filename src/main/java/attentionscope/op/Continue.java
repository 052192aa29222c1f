package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Rows of earlier steps, and new ones below: keys or values of everything read so far. Inputs: what
 * earlier steps have computed (P·T' x d), and the new rows (B·n x d); without the second, nothing
 * is new. Result: B·(T' + n) x d.
 *
 * <p>Where one sample continues itself, the result shares its floats with the earlier matrix.
 *
 * @param length T', rows of one sample that were there before
 * @param continued for each of the B samples which of the P samples it continues
 * @param room where a single sample grows
 */
public record Continue(int length, List<Integer> continued, GrowingRows room) implements Op {

  public Continue {
    continued = List.copyOf(continued);
  }

  @Override
  public String kind() {
    return "continue";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj before = inputs.getFirst();
    int samples = continued.size();
    if (before.numRows == length && samples == 1 && inputs.size() > 1) {
      return room.append(before, inputs.get(1));
    }
    if (inputs.size() == 1 && continuesItself(before.numRows)) {
      return before;
    }
    int width = before.numCols;
    int fresh = inputs.size() == 1 ? 0 : inputs.get(1).numRows / samples;
    FMatrixRMaj all = new FMatrixRMaj(samples * (length + fresh), width);
    for (int sample = 0; sample < samples; sample++) {
      int to = sample * (length + fresh) * width;
      int from = continued.get(sample) * length * width;
      System.arraycopy(before.data, from, all.data, to, length * width);
      if (fresh > 0) {
        int added = to + length * width;
        float[] rows = inputs.get(1).data;
        System.arraycopy(rows, sample * fresh * width, all.data, added, fresh * width);
      }
    }
    return all;
  }

  private boolean continuesItself(int rows) {
    return rows == continued.size() * length
        && IntStream.range(0, continued.size()).allMatch(i -> continued.get(i) == i);
  }

  private int fresh(Node node) {
    return node.value().numRows / continued.size() - length;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int fresh = fresh(node);
    int sample = row / (length + fresh);
    int place = row % (length + fresh);
    return place < length
        ? node.input(0).cell(continued.get(sample) * length + place, column)
        : node.input(1).cell(sample * fresh + place - length, column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int fresh = fresh(node);
    if (input == 1) {
      int to = row / fresh * (length + fresh) + length + row % fresh;
      return List.of(Region.cell(node.id(), to, column));
    }
    List<Region> cells = new ArrayList<>();
    for (int sample = 0; sample < continued.size(); sample++) {
      if (continued.get(sample) == row / length) {
        int to = sample * (length + fresh) + row % length;
        cells.add(Region.cell(node.id(), to, column));
      }
    }
    return cells;
  }

  /** Of earlier steps nothing is learned. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    if (node.inputs().size() > 1) {
      Fresh op = new Fresh(length, fresh(node), continued.size());
      pass.share(node.input(1), op, gradient);
    }
  }

  /**
   * The new rows of every sample: the gradient by them. Input: the gradient by all rows (B·(T' + n)
   * x d). Result: B·n x d.
   *
   * @param length T'
   * @param fresh n
   * @param samples B
   */
  public record Fresh(int length, int fresh, int samples) implements GradientOp {

    @Override
    public String kind() {
      return "continue-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj all = inputs.getFirst();
      FMatrixRMaj own = new FMatrixRMaj(samples * fresh, all.numCols);
      for (int row = 0; row < own.numRows; row++) {
        int from = place(row) * all.numCols;
        System.arraycopy(all.data, from, own.data, row * own.numCols, own.numCols);
      }
      return own;
    }

    private int place(int row) {
      return row / fresh * (length + fresh) + length + row % fresh;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return node.input(0).cell(place(row), column);
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      int within = row % (length + fresh) - length;
      return within < 0
          ? List.of()
          : List.of(Region.cell(node.id(), row / (length + fresh) * fresh + within, column));
    }
  }
}
