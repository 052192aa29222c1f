package attentionscope.figure.plane;

import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.language.Texts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says the plane in words. */
final class PlaneReading {

  private static final int MOST = 12;

  private PlaneReading() {}

  static void say(Drawing drawing, HeadNodes head, int row) {
    Texts texts = drawing.frame().texts();
    String query = AxisNames.entry(head.q().rows().queries(), row, texts);
    drawing.say(texts.get("plane.say.query", query, head.q().at(row, 0), head.q().at(row, 1)));
    for (int key = 0; key < Math.min(head.keys(), MOST); key++) {
      int keyRow = head.keyRow(row, key);
      String name = AxisNames.entry(head.k().rows().keys(), keyRow, texts);
      float x = head.k().at(keyRow, 0);
      float y = head.k().at(keyRow, 1);
      drawing.say(
          Masked.at(head.beforeSoftmax(), row, key)
              ? texts.get("plane.say.masked", name, x, y)
              : texts.get(
                  "plane.say.key",
                  name,
                  x,
                  y,
                  head.scores().at(row, key),
                  head.weights().at(row, key)));
    }
    String output =
        IntStream.range(0, Math.min(head.dV(), MOST))
            .mapToObj(feature -> texts.get("figure.say.number", head.output().at(row, feature)))
            .collect(Collectors.joining(", "));
    drawing.say(texts.get("plane.say.output", output));
  }
}
