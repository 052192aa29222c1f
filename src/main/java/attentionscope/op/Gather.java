package attentionscope.op;

import attentionscope.tensor.Rows;
import attentionscope.tensor.Stock;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient by a matrix that several operations read, or of which they read parts: the sum of
 * their shares, from left to right, each where it belongs; zero where nobody read. Inputs: the
 * shares. Result: rows x columns.
 *
 * @param rows of the result
 * @param columns of the result
 * @param corners where each share begins
 */
public record Gather(int rows, int columns, List<Corner> corners) implements GradientOp {

  /** The cell of the result on which a share's first cell lies. */
  public record Corner(int row, int column) {}

  public Gather {
    corners = List.copyOf(corners);
  }

  @Override
  public String kind() {
    return "gather";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    int placed = placed(inputs);
    FMatrixRMaj sum = placed > 0 ? Stock.unfilled(rows, columns) : Stock.zeros(rows, columns);
    for (int i = 0; i < inputs.size(); i++) {
      Corner corner = corners.get(i);
      if (i < placed) {
        Rows.place(inputs.get(i), sum, corner.row(), corner.column());
      } else {
        Rows.addTo(inputs.get(i), sum, corner.row(), corner.column());
      }
    }
    return sum;
  }

  /** How many of the first shares fill the result together, each cell by one of them; else 0. */
  private int placed(List<FMatrixRMaj> inputs) {
    FMatrixRMaj first = inputs.getFirst();
    if (first.numRows == rows && first.numCols == columns) {
      return 1;
    }
    return isTiled(inputs) ? inputs.size() : 0;
  }

  /** Whether the shares lie side by side, or one below the other, and leave nothing out. */
  private boolean isTiled(List<FMatrixRMaj> inputs) {
    boolean below = inputs.stream().allMatch(share -> share.numCols == columns);
    boolean beside = inputs.stream().allMatch(share -> share.numRows == rows);
    if (!below && !beside) {
      return false;
    }
    BitSet covered = new BitSet();
    int length = 0;
    for (int i = 0; i < inputs.size(); i++) {
      int from = below ? corners.get(i).row() : corners.get(i).column();
      int own = below ? inputs.get(i).numRows : inputs.get(i).numCols;
      covered.set(from, from + own);
      length += own;
    }
    return length == (below ? rows : columns) && covered.cardinality() == length;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      Node share = node.input(i);
      int r = row - corners.get(i).row();
      int c = column - corners.get(i).column();
      if (r >= 0 && c >= 0 && r < share.value().numRows && c < share.value().numCols) {
        terms.add(share.cell(r, c));
      }
    }
    return new Expr.Sum(terms);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    Corner corner = corners.get(input);
    return List.of(Region.cell(node.id(), corner.row() + row, corner.column() + column));
  }
}
