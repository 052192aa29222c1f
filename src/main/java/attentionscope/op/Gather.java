package attentionscope.op;

import attentionscope.tensor.Rows;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
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
    FMatrixRMaj sum = new FMatrixRMaj(rows, columns);
    int first = 0;
    if (isWhole(inputs.getFirst())) {
      for (int i = 0; i < sum.data.length; i++) {
        sum.data[i] = 0f + inputs.getFirst().data[i]; // as if added to zero: −0 becomes 0
      }
      first = 1;
    }
    for (int i = first; i < inputs.size(); i++) {
      Rows.addTo(inputs.get(i), sum, corners.get(i).row(), corners.get(i).column());
    }
    return sum;
  }

  private boolean isWhole(FMatrixRMaj share) {
    return share.numRows == rows && share.numCols == columns;
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
