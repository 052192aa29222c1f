package attentionscope.figure.matrix;

import attentionscope.figure.Drawing;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says a heatmap in words: what it is, both axes, and what each row holds most of. */
final class HeatmapReading {

  private static final int ROWS = 24;
  private static final int LABELS = 24;
  private static final int LARGEST = 3;

  private HeatmapReading() {}

  static void say(Drawing drawing, Node node, boolean transposed) {
    Texts texts = drawing.frame().texts();
    drawing.say(
        texts.get(
            "figure.reading.title",
            MatrixNames.of(node.id(), texts),
            node.id(),
            node.value().numRows,
            node.value().numCols));
    Axis down = transposed ? node.columns() : node.rows();
    Axis across = transposed ? node.rows() : node.columns();
    drawing.say(texts.get("figure.reading.down", AxisNames.of(down, across, texts), list(down)));
    drawing.say(
        texts.get("figure.reading.across", AxisNames.of(across, down, texts), list(across)));
    int rows = Math.min(ROWS, node.value().numRows);
    for (int row = 0; row < rows; row++) {
      drawing.say(row(node, row, texts));
    }
    if (rows < node.value().numRows) {
      drawing.say(texts.get("figure.reading.more", node.value().numRows - rows));
    }
  }

  private static String list(Axis axis) {
    String labels =
        IntStream.range(0, Math.min(LABELS, axis.size()))
            .mapToObj(axis::label)
            .collect(Collectors.joining(", "));
    return axis.size() > LABELS ? labels + ", …" : labels;
  }

  private static String row(Node node, int row, Texts texts) {
    Cells cells = Cells.of(node);
    List<Integer> leading = new ArrayList<>(); // the largest so far, largest first
    int masked = 0;
    for (int column = 0; column < cells.columns(); column++) {
      if (cells.state(row, column) == Cells.State.MASKED) {
        masked++;
        continue;
      }
      int place = leading.size();
      double size = Math.abs(cells.value(row, column));
      while (place > 0 && Math.abs(cells.value(row, leading.get(place - 1))) < size) {
        place--;
      }
      if (place < LARGEST) {
        leading.add(place, column);
        if (leading.size() > LARGEST) {
          leading.removeLast();
        }
      }
    }
    String largest =
        leading.stream()
            .map(
                column ->
                    texts.get(
                        "figure.reading.cell",
                        AxisNames.entry(node.columns(), column, texts),
                        node.at(row, column)))
            .collect(Collectors.joining(", "));
    String entry = AxisNames.entry(node.rows(), row, texts);
    return masked == 0
        ? texts.get("figure.reading.row", entry, largest)
        : texts.get("figure.reading.row.masked", entry, largest, masked);
  }
}
