package attentionscope.figure.model;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.model.ModelParts.Stack;
import attentionscope.language.Numbers;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stack reads: the tokens, and how they become vectors.
 *
 * @param stack that reads it
 * @param parts of the model
 * @param focus the matrix that is looked at
 */
record InputCard(Stack stack, ModelParts parts, Optional<TensorId> focus) {

  private static final double PADDING = 8;
  private static final double LINE = 18;
  private static final Type NAME = Type.ui(12).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);

  private Chips chips(TextMeasure measure) {
    String side =
        stack.input().isEmpty() ? "source" : stack.input().getLast().id().segments().get(0);
    return new Chips(stack.input(), TensorId.of(side), measure);
  }

  /** 0 where nothing is known of it. */
  double height(double width, TextMeasure measure) {
    if (stack.input().isEmpty()) {
      return 0;
    }
    return 2 * PADDING + 2 * LINE + chips(measure).height(width - 2 * PADDING);
  }

  void draw(Drawing drawing, Rect room) {
    if (stack.input().isEmpty()) {
      return;
    }
    TextMeasure measure = drawing.measure();
    drawing.panel(room, 8, Ink.SURFACE, Ink.LINE);
    double x = room.x() + PADDING;
    double width = room.width() - 2 * PADDING;
    double base = room.y() + PADDING + 11;
    String title = drawing.frame().text("figure.model.input");
    drawing.text(x, base, title, NAME, Ink.TEXT, Align.START);
    String words = tokens().map(InputCard::words).orElse("");
    double after = x + measure.width(title, NAME) + 12;
    String shown = measure.shortened(words, SMALL, room.right() - PADDING - after);
    drawing.text(after, base, shown, SMALL, Ink.SOFT, Align.START);
    String facts = String.join(" · ", facts(drawing.frame()));
    drawing.text(
        x, base + LINE, measure.shortened(facts, SMALL, width), SMALL, Ink.FAINT, Align.START);
    drawing.say(title + ": " + facts);
    chips(measure).draw(drawing, x, room.y() + PADDING + 2 * LINE, width, focus);
  }

  private Optional<Node> tokens() {
    return stack.input().stream().filter(node -> node.id().leaf().equals("tokens")).findFirst();
  }

  private static String words(Node tokens) {
    List<String> words = new ArrayList<>();
    for (int row = 0; row < tokens.rows().size(); row++) {
      words.add(tokens.rows().label(row));
    }
    return String.join(" ", words);
  }

  /** The table's size, and how positions are told apart. */
  private List<String> facts(Frame frame) {
    List<String> facts = new ArrayList<>();
    tokens()
        .map(node -> frame.text("figure.model.tokens", node.rows().size()))
        .ifPresent(facts::add);
    parts
        .find("embedding.weight")
        .or(() -> parts.find(side() + ".embedding.weight"))
        .map(
            table ->
                frame.text(
                    "figure.model.table",
                    Numbers.grouped(table.rows().size()),
                    Numbers.grouped(table.columns().size())))
        .ifPresent(facts::add);
    facts.add(frame.text(Positions.of(parts.trace(), side(), stack.name()).key()));
    return facts;
  }

  private String side() {
    return tokens().map(node -> node.id().segments().getFirst()).orElse("source");
  }
}
