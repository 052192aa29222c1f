package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
import attentionscope.figure.Ink;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.stream.Stream;

/** What matrices and cells are called on screen, and the colour of their identity. */
@BuildsKeys("figure.matrix.")
public final class MatrixNames {

  private MatrixNames() {}

  /**
   * The name of what an id's last two words stand for ({@code q.weight}; numbers do not count),
   * else its last; the word itself where there is no name.
   */
  public static String of(TensorId id, Texts texts) {
    if (id.isIn(Gradients.FAMILY)) {
      return texts.get("figure.gradient", of(id.withoutFamilies(), texts));
    }
    List<String> segments =
        id.segments().stream().filter(word -> !word.chars().allMatch(Character::isDigit)).toList();
    int last = segments.size() - 1;
    String two = last > 0 ? segments.get(last - 1) + "-" + segments.get(last) : id.leaf();
    return Stream.of(two, id.leaf())
        .map(word -> "figure.matrix." + word)
        .filter(texts::has)
        .findFirst()
        .map(texts::get)
        .orElse(id.leaf());
  }

  /** {@code 3 × 4}. */
  public static String shape(Node node) {
    return node.value().numRows + " × " + node.value().numCols;
  }

  /** Teal for queries, magenta for keys, gold for values, slate for outputs. */
  public static Ink identity(TensorId id) {
    return switch (id.leaf()) {
      case "q" -> Ink.QUERY;
      case "k" -> Ink.KEY;
      case "v" -> Ink.VALUE;
      case "output" -> Ink.OUTPUT;
      default -> Ink.ACCENT;
    };
  }

  /** A cell in words: {@code query “go”, key “home”: 0.665}. */
  public static String cell(Node node, CellRef ref, Texts texts) {
    String row = AxisNames.entry(node.rows(), ref.row(), texts);
    String column = AxisNames.entry(node.columns(), ref.column(), texts);
    String cell =
        Masked.at(node, ref.row(), ref.column())
            ? texts.get("figure.cell.masked", row, column)
            : texts.get("figure.cell", row, column, node.at(ref.row(), ref.column()));
    return node.isSet(ref.row(), ref.column()) ? texts.get("figure.cell.changed", cell) : cell;
  }

  /** A row in words: {@code row 1, query “go”}. */
  public static String row(Node node, int row, Texts texts) {
    return texts.get("figure.row", row, AxisNames.entry(node.rows(), row, texts));
  }

  /** A column in words. */
  public static String column(Node node, int column, Texts texts) {
    Axis columns = node.columns();
    return texts.get("figure.column", column, AxisNames.entry(columns, column, texts));
  }
}
