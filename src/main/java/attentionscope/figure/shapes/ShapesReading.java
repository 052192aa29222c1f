package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.language.Texts;
import java.util.stream.Collectors;

/** Says a moment in words: where it is, what happens, and the size of every matrix so far. */
final class ShapesReading {

  private ShapesReading() {}

  static void say(Drawing drawing, Scene scene, Card.Content content) {
    Texts texts = drawing.frame().texts();
    drawing.say(texts.get("figure.shapes.title", Facts.site(drawing, scene.nodes())));
    drawing.say(texts.get("figure.shapes.moment", content.place(), content.sentence()));
    content
        .product()
        .ifPresent(
            check ->
                drawing.say(
                    "(" + check.left() + ") · (" + check.right() + "): " + content.verdict()));
    content.counts().forEach(drawing::say);
    String sizes =
        scene.nodes().parts().stream()
            .filter(part -> scene.timeline().knows(scene.moment(), part))
            .map(
                part ->
                    PartNames.of(part, scene.nodes(), texts)
                        + " "
                        + scene.size(part).map(MatrixSize::toString).orElse("?"))
            .collect(Collectors.joining(", "));
    drawing.say(texts.get("figure.shapes.sizes", sizes));
  }
}
