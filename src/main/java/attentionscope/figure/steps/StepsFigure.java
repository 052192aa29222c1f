package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.Panel.Part;

/**
 * One moment of scaled dot-product attention: the stages, the matrices as far as they are computed,
 * what the moment reads and makes, and its calculation with the real numbers. A pure function of
 * its parts and the frame.
 *
 * @param timeline the moments of the head
 * @param moment which of them
 * @param look how matrices are drawn; transposing has no meaning here
 * @param pointing what is selected, hovered over and spoken of
 */
public record StepsFigure(
    StepsTimeline timeline, Moment moment, MatrixLook look, Pointing pointing) {

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    HeadNodes head = timeline.head();
    StepsLayout layout = StepsLayout.of(head, frame);
    Chips.draw(drawing, head, moment, timeline.over(moment), layout.chips());
    Connectors.draw(drawing, layout, moment);
    PanelPainter painter =
        new PanelPainter(drawing, timeline, moment, look.withTransposed(false), pointing, layout);
    for (Part part : Part.values()) {
      painter.draw(part);
    }
    Card.Content content = new CardWriter(head, moment, frame, layout.rows()).write();
    Card.draw(drawing, content, layout.card(), layout.beside());
    StepsReading.say(drawing, timeline, moment, content);
    return drawing.figure();
  }

  /** The colour of a stage's chip and of nothing else. */
  static Ink identity(Part part) {
    return switch (part) {
      case Q -> Ink.QUERY;
      case K -> Ink.KEY;
      case V -> Ink.VALUE;
      case OUTPUT -> Ink.OUTPUT;
      case SCORES, WEIGHTS -> Ink.TEXT;
    };
  }
}
