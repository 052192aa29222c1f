package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.figure.model.ModelNames;
import java.util.List;

/**
 * Says that nothing in a model is recurrent, and offers models in which something is.
 *
 * @param model the name of the model that is open
 * @param others names of models to open instead
 */
public record NothingFigure(String model, List<String> others) {

  /** What pressing a model asks for is followed by its name. */
  static final String OPEN = "recurrent.example.";

  private static final Type BODY = Type.ui(14);
  private static final Type BUTTON = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final double LINE = 22;
  private static final double WIDEST = 560;
  private static final double MARGIN = 20;
  private static final double HIGH = 34;
  private static final double SPACE = 10;

  public NothingFigure {
    others = List.copyOf(others);
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    String says = frame.text("figure.recurrent.nothing", ModelNames.of(model, frame.texts()));
    double width = Math.max(1, Math.min(WIDEST, frame.width() - 2 * MARGIN));
    List<String> lines = Wrap.lines(says, BODY, width, frame.measure());
    double height = lines.size() * LINE + SPACE + others.size() * (HIGH + SPACE);
    double y = Math.max(MARGIN, (frame.height() - height) * 0.4);
    for (String line : lines) {
      drawing.text(frame.width() / 2, y + LINE / 2, line, BODY, Ink.SOFT, Align.MIDDLE);
      y += LINE;
    }
    drawing.say(says);
    y += SPACE;
    for (String other : others) {
      String name = ModelNames.of(other, frame.texts());
      double wide = frame.measure().width(name, BUTTON) + 4 * SPACE;
      Rect rect = new Rect((frame.width() - wide) / 2, y, wide, HIGH);
      drawing.fill(rect, 7, Tint.of(Ink.ACCENT_SOFT));
      drawing.outline(rect, 7, Stroke.of(Ink.ACCENT, 1));
      drawing.centred(rect, name, BUTTON, Tint.of(Ink.ACCENT));
      drawing.hit(rect, new Target.Control(OPEN + other), name);
      y += HIGH + SPACE;
    }
    return drawing.figure();
  }
}
