package attentionscope.figure.model;

import attentionscope.figure.Arrow;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.model.ModelParts.Layer;
import attentionscope.figure.model.ModelParts.Stack;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A model from what it reads, at the bottom, up to what it says: the encoder on the left, the
 * decoder on the right, a card for each layer. The layer that is looked at shows all its matrices.
 *
 * @param parts of the model
 * @param facts lines about the whole, most important first
 * @param label what a token that it says is called
 * @param look how matrices are drawn
 * @param focus the matrix that is looked at
 */
@BuildsKeys("figure.model.stack.")
public record ModelFigure(
    ModelParts parts,
    List<String> facts,
    IntFunction<String> label,
    MatrixLook look,
    Optional<TensorId> focus) {

  private static final double MARGIN = 10;
  private static final double GAP = 6;
  private static final double ASIDE = 40;
  private static final double WIDEST = 1000;
  private static final double LOWEST = 26;
  private static final double HIGHEST = 104;
  private static final double FACT = 18;
  private static final double NAME_LINE = 20;
  private static final Type NAME = Type.ui(12).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(12);

  public ModelFigure {
    facts = List.copyOf(facts);
  }

  /** The layer that pressing a control opens. */
  public static Optional<TensorId> opens(Target.Control control) {
    return control.id().startsWith(LayerCard.OPENS)
        ? Optional.of(TensorId.of(control.id().substring(LayerCard.OPENS.length())))
        : Optional.empty();
  }

  /** The control that opens a layer. */
  public static Target.Control opening(TensorId layer) {
    return new Target.Control(LayerCard.OPENS + layer);
  }

  /** How high it has to be in a frame to show everything; at least as high as the frame. */
  public double height(Frame frame) {
    return Math.max(frame.height(), plan(frame).bottom() + MARGIN);
  }

  /**
   * Where everything is.
   *
   * @param width of a column
   * @param top where the columns begin
   * @param line how high a layer's heads are
   * @param bottom where the columns end
   */
  private record Plan(double width, double top, double line, double bottom) {}

  private Plan plan(Frame frame) {
    TextMeasure measure = frame.measure();
    int columns = Math.max(1, parts.stacks().size());
    double room = frame.width() - 2 * MARGIN - (columns - 1) * ASIDE;
    double width = Math.min(WIDEST, room / columns);
    double top = MARGIN + facts.size() * FACT + GAP;
    double highest = 0;
    double line = HIGHEST;
    for (Stack stack : parts.stacks()) {
      // what a layer shows when it is opened makes the others no smaller
      double free = frame.height() - MARGIN - top - rest(stack, width, measure);
      int layers = Math.max(1, stack.layers().size());
      line = Math.min(line, free / layers - GAP);
    }
    line = Math.clamp(line, LOWEST, HIGHEST);
    for (Stack stack : parts.stacks()) {
      highest = Math.max(highest, height(stack, width, line, measure));
    }
    return new Plan(width, top, line, top + highest);
  }

  /**
   * How high a column is.
   *
   * @param line how high the heads of its layers are
   */
  private double height(Stack stack, double width, double line, TextMeasure measure) {
    double layers = 0;
    for (Layer layer : stack.layers()) {
      layers += card(layer).height(width, line, measure) + GAP;
    }
    return layers + rest(stack, width, measure);
  }

  /** How high a column is without its layers. */
  private double rest(Stack stack, double width, TextMeasure measure) {
    double input = input(stack).height(width, measure) + GAP;
    double others = others(stack).isEmpty() ? 0 : chips(stack, measure).height(width) + GAP;
    double output = isLast(stack) ? output().height(width, measure) + GAP : 0;
    return NAME_LINE + input + others + output;
  }

  private boolean isLast(Stack stack) {
    return stack.equals(parts.stacks().getLast());
  }

  private LayerCard card(Layer layer) {
    boolean open = focus.filter(layer::holds).isPresent();
    return new LayerCard(parts.trace(), layer, look, open, focus);
  }

  private InputCard input(Stack stack) {
    return new InputCard(stack, parts, focus);
  }

  private OutputCard output() {
    return new OutputCard(parts, label, focus);
  }

  private static List<Node> others(Stack stack) {
    return stack.others();
  }

  private static Chips chips(Stack stack, TextMeasure measure) {
    return new Chips(others(stack), TensorId.of(stack.name()), measure);
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    double y = MARGIN;
    for (int i = 0; i < facts.size(); i++) {
      Type type = i == 0 ? NAME.size(14) : SMALL;
      double width = frame.width() - 2 * MARGIN;
      String shown = frame.measure().shortened(facts.get(i), type, width);
      drawing.text(MARGIN, y + 13, shown, type, i == 0 ? Ink.TEXT : Ink.SOFT, Align.START);
      drawing.say(facts.get(i));
      y += FACT;
    }
    Plan plan = plan(frame);
    List<Double> tops = new ArrayList<>();
    double x = MARGIN;
    for (Stack stack : parts.stacks()) {
      tops.add(column(drawing, stack, plan, x));
      x += plan.width() + ASIDE;
    }
    if (tops.size() == 2 && !parts.stacks().getFirst().layers().isEmpty()) {
      memory(drawing, plan, tops.getFirst());
    }
    return drawing.figure();
  }

  /** From the bottom up; answers where its uppermost layer begins. */
  private double column(Drawing drawing, Stack stack, Plan plan, double x) {
    TextMeasure measure = drawing.measure();
    double input = input(stack).height(plan.width(), measure);
    double y = plan.bottom() - input;
    input(stack).draw(drawing, new Rect(x, y, plan.width(), input));
    for (Layer layer : stack.layers()) {
      LayerCard card = card(layer);
      double height = card.height(plan.width(), plan.line(), measure);
      y -= height + GAP;
      card.draw(drawing, new Rect(x, y, plan.width(), height), plan.line());
    }
    double top = y;
    if (!others(stack).isEmpty()) {
      Chips chips = chips(stack, measure);
      y -= chips.height(plan.width()) + GAP;
      chips.draw(drawing, x, y, plan.width(), focus);
    }
    y -= NAME_LINE;
    String name = drawing.frame().text("figure.model.stack." + stack.name());
    drawing.text(x, y + 14, name, NAME, Ink.SOFT, Align.START);
    if (isLast(stack)) {
      double height = output().height(plan.width(), measure);
      y -= height + GAP;
      if (height > 0) {
        output().draw(drawing, new Rect(x, y, plan.width(), height));
      }
    }
    return top;
  }

  /** What the encoder has made of the source is read by every layer of the decoder. */
  private void memory(Drawing drawing, Plan plan, double top) {
    Stack decoder = parts.stacks().getLast();
    double left = MARGIN + plan.width();
    double right = left + ASIDE;
    double middle = left + ASIDE / 2;
    Layer last = parts.stacks().getFirst().layers().getLast();
    double from = top + card(last).line(plan.line()) / 2;
    double y = plan.bottom() - input(decoder).height(plan.width(), drawing.measure());
    for (Layer layer : decoder.layers()) {
      y -= card(layer).height(plan.width(), plan.line(), drawing.measure()) + GAP;
      boolean asks = layer.sites().stream().anyMatch(site -> site.id().leaf().equals("cross"));
      if (asks) {
        double to = y + card(layer).line(plan.line()) / 2;
        Stream<Arrow.Point> points =
            Stream.of(
                new Arrow.Point(left, from),
                new Arrow.Point(middle, from),
                new Arrow.Point(middle, to),
                new Arrow.Point(right, to));
        new Arrow(points.toList()).draw(drawing, Tint.of(Ink.FAINT), 1.5);
      }
    }
  }
}
