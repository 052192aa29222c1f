package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;

/**
 * One moment on the way through an attention: its matrices with their sizes and their numbers in
 * miniature, what the moment multiplies and what that takes. A pure function of its parts and the
 * frame.
 *
 * @param nodes the attention, one head of it followed
 * @param plan the sizes
 * @param moment how far the way has been played
 * @param look how matrices are drawn; transposing has no meaning here
 * @param pointing what is selected, hovered over and spoken of
 */
public record ShapesFigure(
    AttentionNodes nodes, SizePlan plan, Moment moment, MatrixLook look, Pointing pointing) {

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    ShapesLayout layout = layout(nodes, plan, frame);
    Scene scene =
        new Scene(nodes, plan, ShapesTimeline.of(nodes, plan), moment, look.withTransposed(false));
    if (layout.facts().height() > 0) {
      Facts.draw(drawing, nodes, plan, layout.facts());
    }
    new Connections(drawing, scene, layout).draw();
    BoxPainter painter = new BoxPainter(drawing, scene, pointing);
    layout.boxes().values().forEach(painter::draw);
    Card.Content content = new CardWriter(scene, frame.texts()).write();
    Card.draw(drawing, content, layout.card());
    ShapesReading.say(drawing, scene, content);
    return drawing.figure();
  }

  /** The same for every moment: the card has room for what any of them says. */
  static ShapesLayout layout(AttentionNodes nodes, SizePlan plan, Frame frame) {
    ShapesTimeline timeline = ShapesTimeline.of(nodes, plan);
    double cardHeight = 0;
    for (int i = 0; i < timeline.size(); i++) {
      Scene scene = new Scene(nodes, plan, timeline, timeline.at(i), MatrixLook.PLAIN);
      Card.Content content = new CardWriter(scene, frame.texts()).write();
      cardHeight = Math.max(cardHeight, Card.height(content, frame));
    }
    return ShapesLayout.of(nodes, plan, frame, cardHeight);
  }
}
