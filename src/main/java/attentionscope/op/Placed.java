package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A position code of rows that do not count from 0: what follows rows computed before, or padding
 * in front. It has no inputs.
 *
 * @param code what is computed
 * @param positions the position of each row; {@link #NOWHERE} for a row of zeros
 */
public record Placed(PositionCode code, List<Integer> positions) implements PositionCode {

  /** The position of padding in models that give it none. */
  public static final int NOWHERE = -1;

  public Placed {
    positions = List.copyOf(positions);
  }

  @Override
  public String kind() {
    return code.kind();
  }

  @Override
  public int samples() {
    return code.samples();
  }

  @Override
  public int length() {
    return code.length();
  }

  @Override
  public int width() {
    return code.width();
  }

  @Override
  public Expr code(int position, int column) {
    return position == NOWHERE ? Expr.Constant.of(0) : code.code(position, column);
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj rows = new FMatrixRMaj(positions.size(), width());
    for (int row = 0; row < rows.numRows; row++) {
      for (int column = 0; column < rows.numCols; column++) {
        rows.set(row, column, code(positions.get(row), column).value());
      }
    }
    return rows;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return code(positions.get(row), column);
  }
}
