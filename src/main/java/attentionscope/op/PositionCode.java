package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A table with one row a position, computed from the position alone. It has no inputs.
 *
 * <p>Cells are worked in 64 bits and rounded once.
 */
public interface PositionCode extends Op {

  /** Rows of one sample. */
  int length();

  /** Columns: the width of the embedding. */
  int width();

  /** How many samples are stacked; each counts its positions from 0. */
  int samples();

  /** Why the cell of a position has its value; {@code column} counts from 0. */
  Expr code(int position, int column);

  @Override
  default FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj table = new FMatrixRMaj(samples() * length(), width());
    for (int position = 0; position < length(); position++) {
      for (int column = 0; column < width(); column++) {
        float value = code(position, column).value();
        for (int sample = 0; sample < samples(); sample++) {
          table.set(sample * length() + position, column, value);
        }
      }
    }
    return table;
  }

  @Override
  default Expr explain(Node node, int row, int column) {
    return code(row % length(), column);
  }

  @Override
  default List<Region> feeds(Node node, int input, int row, int column) {
    return List.of();
  }

  /** The position as it stands in formulas. */
  static Expr pos(int position) {
    return new Expr.Constant("pos", position);
  }

  /** It has no inputs. */
  @Override
  default void backward(Node node, Node gradient, Backward pass) {}
}
