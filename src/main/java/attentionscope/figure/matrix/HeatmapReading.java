package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<Integer> shown = new ArrayList<>();
    int masked = 0;
    for (int column = 0; column < node.value().numCols; column++) {
      if (Masked.at(node, row, column)) {
        masked++;
      } else {
        shown.add(column);
      }
    }
    String largest =
        shown.stream()
            .sorted(
                Comparator.comparingDouble((Integer column) -> -Math.abs(node.at(row, column)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(LARGEST)
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
