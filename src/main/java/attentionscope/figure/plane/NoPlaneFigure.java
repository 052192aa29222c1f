package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says why a head cannot be drawn in a plane, and offers models that can.
 *
 * @param dK how many numbers its queries and keys have; empty where there is no head at all
 * @param models names of models to open instead
 */
public record NoPlaneFigure(OptionalInt dK, List<String> models) {

  private static final String OPEN = "open ";
  private static final Type TITLE = Type.ui(18).weight(Type.Weight.SEMIBOLD);
  private static final Type BODY = Type.ui(14);
  private static final Type BUTTON = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final double LINE = 22;
  private static final double WIDEST = 600;
  private static final double MARGIN = 20;
  private static final double HIGH = 34;
  private static final double SPACE = 10;

  public NoPlaneFigure {
    models = List.copyOf(models);
  }

  /** The model that a press on this asks to open. */
  public static Optional<String> opens(Target.Control control) {
    return control.id().startsWith(OPEN)
        ? Optional.of(control.id().substring(OPEN.length()))
        : Optional.empty();
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    TextMeasure measure = frame.measure();
    String title = frame.text("plane.none.title");
    String why =
        dK.isPresent()
            ? frame.text("plane.none.width", dK.getAsInt())
            : frame.text("plane.none.no-head");
    String instead = frame.text("plane.none.instead", String.join(", ", models));
    double width = Math.min(WIDEST, frame.width() - 2 * MARGIN);
    List<String> lines = new ArrayList<>(Wrap.lines(why, BODY, width, measure));
    lines.addAll(Wrap.lines(instead, BODY, width, measure));
    double height = TITLE.size() + 2 * SPACE + lines.size() * LINE + SPACE + HIGH;
    double y = Math.max(MARGIN, (frame.height() - height) * 0.42);
    double x = frame.width() / 2;
    drawing.text(
        x,
        y + measure.capHeight(TITLE),
        measure.shortened(title, TITLE, width),
        TITLE,
        Ink.TEXT,
        Align.MIDDLE);
    y += TITLE.size() + 2 * SPACE;
    for (String line : lines) {
      drawing.text(x, y + measure.capHeight(BODY), line, BODY, Ink.SOFT, Align.MIDDLE);
      y += LINE;
    }
    buttons(drawing, y + SPACE);
    drawing.say(title).say(why).say(instead);
    return drawing.figure();
  }

  private void buttons(Drawing drawing, double y) {
    TextMeasure measure = drawing.measure();
    List<String> texts =
        models.stream().map(model -> drawing.frame().text("plane.none.open", model)).toList();
    double all =
        texts.stream().mapToDouble(text -> measure.width(text, BUTTON) + 2 * SPACE).sum()
            + SPACE * (texts.size() - 1);
    double x = Math.max(MARGIN, (drawing.frame().width() - all) / 2);
    for (int i = 0; i < models.size(); i++) {
      String text = texts.get(i);
      Rect rect = new Rect(x, y, measure.width(text, BUTTON) + 2 * SPACE, HIGH);
      drawing.fill(rect, 7, Tint.of(Ink.ACCENT_SOFT));
      drawing.outline(rect, 7, Stroke.of(Ink.ACCENT, 1));
      drawing.centred(rect, text, BUTTON, Tint.of(Ink.ACCENT));
      drawing.hit(rect, new Target.Control(OPEN + models.get(i)), text);
      x = rect.right() + SPACE;
    }
  }
}
