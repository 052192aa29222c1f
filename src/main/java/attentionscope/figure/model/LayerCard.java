package attentionscope.figure.model;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadMiniature;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.model.ModelParts.Layer;
import attentionscope.figure.model.ModelParts.Sublayer;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A layer: its heads, small, its sizes and its parameters; opened, every matrix that it has.
 *
 * @param trace the run
 * @param layer of the model
 * @param look how matrices are drawn
 * @param open whether its matrices are shown
 * @param focus the matrix that is looked at
 */
record LayerCard(
    Trace trace, Layer layer, MatrixLook look, boolean open, Optional<TensorId> focus) {

  /** What a control that opens a layer begins with; the layer's id follows. */
  static final String OPENS = "model.layer.";

  private static final Type NAME = Type.ui(12).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);
  private static final double LABEL = 62;
  private static final double PADDING = 8;
  private static final double BETWEEN = 18;
  private static final double TITLE = 19;
  private static final double LARGEST = 92;
  private static final double OPEN_LINE = 58;

  /** Sizes are said only where a head keeps this much. */
  private static final double LEAST = 36;

  private static final double SMALLEST = 20;

  /** From this height on, what the heads are stands below them. */
  private static final double SAYS = 46;

  /** How high its heads are where others are as high as this. */
  double line(double others) {
    return open ? Math.max(others, OPEN_LINE) : others;
  }

  /**
   * How high it is with everything that it shows.
   *
   * @param others how high the heads of others are
   */
  double height(double width, double others, TextMeasure measure) {
    if (!open) {
      return others;
    }
    double height = line(others) + PADDING;
    for (Block block : blocks(Optional.empty(), measure)) {
      height += TITLE + block.chips().height(width - 2 * PADDING) + PADDING;
    }
    return height;
  }

  /** Matrices that belong together, and what they are. */
  private record Block(String title, Chips chips) {}

  /** Those of each sublayer; those of a head where one is looked at. */
  private List<Block> blocks(Optional<Frame> frame, TextMeasure measure) {
    List<Block> blocks = new ArrayList<>();
    for (Sublayer part : layer.sublayers()) {
      String title = frame.map(one -> title(part, one)).orElse("");
      blocks.add(new Block(title, new Chips(part.nodes(), part.id(), measure)));
      part.site()
          .flatMap(this::head)
          .map(head -> block(head, frame, measure))
          .ifPresent(blocks::add);
    }
    return blocks;
  }

  /** The head of an attention that is looked at. */
  private Optional<TensorId> head(AttentionSite site) {
    return IntStream.range(0, site.heads())
        .filter(head -> focus.filter(id -> isOf(site, head, id)).isPresent())
        .mapToObj(site::head)
        .findFirst();
  }

  private Block block(TensorId head, Optional<Frame> frame, TextMeasure measure) {
    List<Node> nodes = trace.match(head + ".**");
    String title = frame.map(one -> one.text("figure.model.head", head.leaf())).orElse("");
    return new Block(title, new Chips(nodes, head, measure));
  }

  /**
   * @param others how high the heads of others are
   */
  void draw(Drawing drawing, Rect room, double others) {
    double line = line(others);
    Frame frame = drawing.frame();
    TextMeasure measure = drawing.measure();
    drawing.panel(room, 8, Ink.SURFACE, Ink.LINE);
    Rect first = new Rect(room.x(), room.y(), room.width(), line);
    String name = frame.text("figure.model.layer", layer.number());
    String says = says(frame);
    drawing.hit(room, ModelFigure.opening(layer.id()), says);
    drawing.say(says);
    if (open) {
      drawing.outline(room, 8, Stroke.of(Ink.ACCENT, 1.5));
    }
    Rect label = new Rect(room.x() + PADDING, room.y(), LABEL, line);
    Ink ink = open ? Ink.ACCENT : Ink.TEXT;
    drawing.text(label.x(), measure.baselineIn(label, NAME), name, NAME, ink, Align.START);
    double right = facts(drawing, first);
    heads(drawing, new Rect(label.right(), room.y(), right - label.right(), line));
    if (open) {
      matrices(drawing, room, line);
    }
  }

  /** The feed-forward's sizes and the parameters; answers where they begin. */
  private double facts(Drawing drawing, Rect line) {
    Frame frame = drawing.frame();
    TextMeasure measure = drawing.measure();
    long count = layer.parameters();
    String parameters = count == 0 ? "" : Wording.parameters(count, frame);
    String sizes = feedForward().map(one -> Wording.feedForward(one, frame)).orElse("");
    double wide = Math.max(measure.width(parameters, SMALL), measure.width(sizes, SMALL));
    double heads = layer.sites().stream().mapToInt(AttentionSite::heads).sum();
    double x = line.right() - PADDING - wide;
    double least = Math.clamp(line.height() - 2 * PADDING, SMALLEST, LEAST);
    if (x - BETWEEN - line.x() - LABEL < Math.min(heads * least, line.width() * 0.6)) {
      return line.right() - PADDING;
    }
    double middle = line.centerY();
    boolean two = line.height() >= 34 && !sizes.isEmpty();
    double cap = measure.capHeight(SMALL) / 2;
    if (two) {
      drawing.text(x, middle - 8 + cap, sizes, SMALL, Ink.SOFT, Align.START);
      drawing.text(x, middle + 8 + cap, parameters, SMALL, Ink.FAINT, Align.START);
    } else {
      String one = sizes.isEmpty() ? parameters : sizes;
      drawing.text(x, middle + cap, one, SMALL, Ink.SOFT, Align.START);
    }
    return x - BETWEEN;
  }

  private Optional<Sublayer> feedForward() {
    return layer.sublayers().stream()
        .filter(part -> part.id().leaf().equals("feedforward"))
        .findFirst();
  }

  private void heads(Drawing drawing, Rect room) {
    List<AttentionSite> sites = layer.sites();
    if (sites.isEmpty()) {
      return;
    }
    double share = (room.width() - (sites.size() - 1) * BETWEEN) / sites.size();
    int most = sites.stream().mapToInt(AttentionSite::heads).max().orElse(1);
    boolean says = room.height() >= SAYS;
    double height = room.height() - 2 * PADDING * 0.6 - (says ? 15 : 0);
    double size = Math.clamp(Math.min(height, share / most - 3), 3, LARGEST);
    double x = room.x();
    for (AttentionSite site : sites) {
      double y = room.y() + (room.height() - size - (says ? 15 : 0)) / 2;
      ColorScale scale = ColorScale.of(weights(site), look);
      for (int head = 0; head < site.heads(); head++) {
        Rect box = new Rect(x + head * (size + 3), y, size, size);
        int number = head;
        trace
            .find(site.head(head).child("weights"))
            .ifPresent(node -> head(drawing, node, site, number, box, scale));
      }
      if (says) {
        String text =
            drawing
                .measure()
                .shortened(Wording.attention(site, trace, drawing.frame()), SMALL, share);
        drawing.text(x, y + size + 13, text, SMALL, Ink.SOFT, Align.START);
      }
      x += share + BETWEEN;
    }
  }

  private List<Node> weights(AttentionSite site) {
    return IntStream.range(0, site.heads())
        .mapToObj(head -> trace.find(site.head(head).child("weights")))
        .flatMap(Optional::stream)
        .toList();
  }

  private void head(
      Drawing drawing, Node node, AttentionSite site, int number, Rect box, ColorScale scale) {
    Rect grid = HeadMiniature.grid(node, box, look);
    HeadMiniature.draw(drawing, node, grid, scale, look);
    boolean here = focus.filter(id -> isOf(site, number, id)).isPresent();
    if (box.width() >= 8) {
      Ink ink = here ? Ink.ACCENT : Ink.LINE;
      drawing.outline(here ? box.inset(-1.5) : box, 2, Stroke.of(ink, here ? 2 : 1));
    }
    drawing.hit(
        box,
        new Target.Area(Region.all(node.id())),
        drawing
            .frame()
            .text(
                "figure.heads.one",
                Wording.sublayer(site.id(), drawing.frame()),
                site.layer(),
                number));
  }

  private static boolean isOf(AttentionSite site, int head, TensorId id) {
    return id.path().startsWith(site.head(head).path() + ".");
  }

  private void matrices(Drawing drawing, Rect room, double line) {
    TextMeasure measure = drawing.measure();
    double x = room.x() + PADDING;
    double y = room.y() + line;
    drawing.line(x, y, room.right() - PADDING, y, Stroke.of(Ink.LINE, 1));
    y += PADDING;
    for (Block block : blocks(Optional.of(drawing.frame()), measure)) {
      String title = measure.shortened(block.title(), SMALL, room.width() - 16);
      drawing.text(x, y + 11, title, SMALL.weight(Type.Weight.SEMIBOLD), Ink.SOFT, Align.START);
      y += TITLE;
      double width = room.width() - 2 * PADDING;
      block.chips().draw(drawing, x, y, width, focus);
      y += block.chips().height(width) + PADDING;
    }
  }

  private String title(Sublayer part, Frame frame) {
    if (part.site().isPresent()) {
      return Wording.attention(part.site().get(), trace, frame);
    }
    return part.id().leaf().equals("feedforward")
        ? Wording.feedForward(part, frame)
        : Wording.sublayer(part.id(), frame);
  }

  private String says(Frame frame) {
    List<String> parts = layer.sublayers().stream().map(part -> title(part, frame)).toList();
    return frame.text("figure.model.layer", layer.number())
        + ": "
        + String.join(", ", parts)
        + (layer.parameters() == 0 ? "" : " · " + Wording.parameters(layer.parameters(), frame));
  }
}
