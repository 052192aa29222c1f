package attentionscope.figure.model;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.language.Numbers;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What the model says: what it holds likeliest behind the last token.
 *
 * @param parts of the model
 * @param label what a token is called
 * @param focus the matrix that is looked at
 */
record OutputCard(ModelParts parts, IntFunction<String> label, Optional<TensorId> focus) {

  private static final int MOST = 4;
  private static final double PADDING = 8;
  private static final double LINE = 18;
  private static final Type NAME = Type.ui(12).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);
  private static final Type WORD = Type.ui(12);

  private Optional<Node> probabilities() {
    return parts.find("probabilities").filter(node -> node.rows().size() > 0);
  }

  private Chips chips(TextMeasure measure) {
    return new Chips(parts.output(), TensorId.of("output"), measure);
  }

  /** 0 where the model says nothing. */
  double height(double width, TextMeasure measure) {
    if (parts.output().isEmpty()) {
      return 0;
    }
    int lines = probabilities().map(node -> Math.min(MOST, node.columns().size())).orElse(0);
    return 3 * PADDING + (1 + lines) * LINE + chips(measure).height(width - 2 * PADDING);
  }

  void draw(Drawing drawing, Rect room) {
    TextMeasure measure = drawing.measure();
    Frame frame = drawing.frame();
    drawing.panel(room, 8, Ink.SURFACE, Ink.LINE);
    double x = room.x() + PADDING;
    double width = room.width() - 2 * PADDING;
    double base = room.y() + PADDING + 11;
    String title = frame.text("figure.model.output");
    drawing.text(x, base, title, NAME, Ink.TEXT, Align.START);
    String facts = facts(frame);
    double after = x + measure.width(title, NAME) + 12;
    drawing.text(
        after,
        base,
        measure.shortened(facts, SMALL, room.right() - PADDING - after),
        SMALL,
        Ink.SOFT,
        Align.START);
    drawing.say(title + ": " + facts);
    double y = room.y() + PADDING + LINE + 2;
    if (probabilities().isPresent()) {
      y = bars(drawing, probabilities().get(), x, y, width);
    }
    chips(measure).draw(drawing, x, y + PADDING, width, focus);
  }

  private double bars(Drawing drawing, Node node, double x, double y, double width) {
    TextMeasure measure = drawing.measure();
    int row = node.rows().size() - 1;
    List<Integer> best = best(node);
    List<String> words = best.stream().map(id -> word(node, id)).toList();
    double widest =
        Math.min(
            width * 0.4,
            words.stream().mapToDouble(word -> measure.width(word, WORD)).max().orElse(0));
    double left = x + widest + 10;
    double longest = Math.min(320, x + width - left - 60);
    double top = y;
    for (int i = 0; i < best.size(); i++) {
      Rect line = new Rect(x, top, width, LINE);
      double share = node.at(row, best.get(i));
      double middle = measure.baselineIn(line, WORD);
      String word = measure.shortened(words.get(i), WORD, widest + 1);
      drawing.text(x + widest, middle, word, WORD, Ink.TEXT, Align.END);
      double length = Math.max(1, longest * share);
      drawing.fill(new Rect(left, top + 4, length, LINE - 8), 3, Tint.of(Ink.OUTPUT));
      String percent = Numbers.fixed(share * 100, 1) + " %";
      drawing.text(left + length + 8, middle, percent, SMALL, Ink.SOFT, Align.START);
      String says = words.get(i) + " " + percent;
      drawing.hit(line, new Target.Area(Region.cell(node.id(), row, best.get(i))), says);
      drawing.say(says);
      top += LINE;
    }
    return top;
  }

  private String word(Node node, int id) {
    return node.columns().labels().isEmpty() ? label.apply(id) : node.columns().label(id);
  }

  /** The likeliest, the first first: a vocabulary is too large to be sorted for every picture. */
  private static List<Integer> best(Node node) {
    int row = node.rows().size() - 1;
    List<Integer> best = new ArrayList<>();
    for (int id = 0; id < node.columns().size(); id++) {
      float share = node.at(row, id);
      int place = best.size();
      while (place > 0 && node.at(row, best.get(place - 1)) < share) {
        place--;
      }
      if (place < MOST) {
        best.add(place, id);
        if (best.size() > MOST) {
          best.removeLast();
        }
      }
    }
    return best;
  }

  /** How the last stack's output becomes scores, and behind which token they stand. */
  private String facts(Frame frame) {
    List<String> facts = new ArrayList<>();
    parts.find("logits").ifPresent(logits -> facts.add(MatrixNames.shape(logits)));
    if (isTied()) {
      facts.add(frame.text("figure.model.tied"));
    }
    probabilities()
        .filter(node -> node.rows().role() != Axis.Role.SAMPLES) // which stand behind no token
        .map(node -> node.rows().label(node.rows().size() - 1))
        .map(last -> frame.text("figure.model.behind", last))
        .ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  /** Whether the logits are made with the table of the embeddings. */
  private boolean isTied() {
    return parts.trace().nodes().stream()
        .filter(node -> node.id().path().startsWith("logits"))
        .flatMap(node -> node.inputs().stream())
        .anyMatch(node -> node.id().path().endsWith("embedding.weight"));
  }
}
