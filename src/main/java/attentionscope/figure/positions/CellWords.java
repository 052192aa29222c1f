package attentionscope.figure.positions;

import attentionscope.figure.matrix.MatrixNames;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/** A cell in words, with the words that this view has for rows and columns. */
final class CellWords {

  private static final String TABLE = "position.bias.weight";

  private CellWords() {}

  static String of(Node node, CellRef ref, Texts texts) {
    float value = node.at(ref.row(), ref.column());
    if (node.id().path().equals(TABLE)) {
      return texts.get("figure.positions.cell.bucket", ref.row(), ref.column(), value);
    }
    boolean code =
        node.rows().role() == Axis.Role.POSITIONS && node.columns().role() == Axis.Role.FEATURES;
    return code
        ? texts.get("figure.positions.cell.code", ref.row(), ref.column(), value)
        : MatrixNames.cell(node, ref, texts);
  }
}
