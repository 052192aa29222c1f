package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.matrix.SampledCells;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;

/** Draws a box: its caption, and its numbers in miniature, its cards, or an empty outline. */
final class BoxPainter {

  /** Where cells would be smaller, some stand for all. */
  private static final double SMALLEST_CELL = 4.5;

  private static final double LEAST_WITH_SIGN = 14;

  private static final double RADIUS = 3;
  private static final double STRIP = 4;

  private final Drawing drawing;
  private final Scene scene;
  private final Pointing pointing;
  private final Captions captions;

  BoxPainter(Drawing drawing, Scene scene, Pointing pointing) {
    this.drawing = drawing;
    this.scene = scene;
    this.pointing = pointing;
    captions = new Captions(drawing, scene);
  }

  void draw(Box box) {
    captions.draw(box);
    if (box.part().isCards()) {
      new CardStack(drawing, scene, Lane.of(box.part()).orElseThrow()).draw(box.rect());
      return;
    }
    Rect rect = standing(box);
    switch (scene.state(box.part())) {
      case NUMBERS -> numbers(box, rect, scene.node(box.part()).orElseThrow());
      case SIZE -> {
        drawing.fill(rect, RADIUS, Tint.of(Ink.RAISED));
        outline(box.part(), rect);
        empty(box, rect);
      }
      case LATER -> {
        drawing.outline(rect, RADIUS, Stroke.of(Ink.LINE, 1).dashed(3, 3));
        empty(box, rect);
      }
      case IMPOSSIBLE -> {
        impossible(box, rect);
        empty(box, rect);
      }
    }
  }

  /** Keys stand upright until they are laid on their side. */
  private Rect standing(Box box) {
    return box.part() == Part.HEAD_KEYS && !scene.isTransposed(Part.HEAD_KEYS)
        ? box.upright()
        : box.rect();
  }

  private void numbers(Box box, Rect rect, Node node) {
    drawing.fill(rect, RADIUS, Tint.of(Ink.SURFACE));
    Rect inner = strips(box.part(), rect).inset(1.5);
    boolean turned = scene.isTransposed(box.part());
    Cells all = Cells.of(node);
    int wide = (int) (inner.width() / SMALLEST_CELL);
    int high = (int) (inner.height() / SMALLEST_CELL);
    SampledCells cells = new SampledCells(all, turned ? wide : high, turned ? high : wide);
    double pitchX = inner.width() / (turned ? cells.rows() : cells.columns());
    double pitchY = inner.height() / (turned ? cells.columns() : cells.rows());
    boolean signs = Math.min(pitchX, pitchY) >= LEAST_WITH_SIGN;
    MatrixLook look = scene.look().withTransposed(turned).withSigns(signs);
    boolean weights = box.part().isInChain() && cells.leavesOut();
    CellPainter painter =
        new CellPainter(
            weights ? all : cells,
            inner,
            scene.scale(node, box.part()),
            CellNumbers.fitting(cells, 1, pitchX - 2, pitchY - 2, drawing.measure()),
            look,
            CellPainter.Emphasis.FULL);
    if (weights) {
      // where attention is strong must not be left out: the largest stands for its neighbours
      painter.drawCoarse(drawing, SMALLEST_CELL);
    } else {
      painter.draw(drawing);
    }
    outline(box.part(), rect);
    if (cells.leavesOut()) {
      area(box);
    } else {
      Marks.draw(drawing, node, painter, pointing.withHighlights(parts()));
      drawing.hit(
          new Hit.Grid(
              inner,
              node.id(),
              all.rows(),
              all.columns(),
              turned,
              ref -> MatrixNames.cell(node, ref, drawing.frame().texts())));
    }
    pointed(node, rect, !cells.leavesOut());
  }

  /** What is spoken of and less than a matrix. */
  private List<Region> parts() {
    return pointing.highlights().stream().filter(region -> !isWhole(region)).toList();
  }

  private static boolean isWhole(Region region) {
    return region.rows().isAll() && region.columns().isAll();
  }

  /** A strip of the heads' colours along the side on which heads stand side by side. */
  private Rect strips(Part part, Rect rect) {
    boolean above =
        part == Part.CONCAT
            || ((part == Part.QUERIES || part == Part.KEYS || part == Part.VALUES)
                && scene.moment().step().compareTo(Step.SPLIT) >= 0);
    boolean beside = part == Part.OUTPUT_WEIGHT;
    AttentionNodes nodes = scene.nodes();
    Lane lane = Lane.of(part).orElse(Lane.QUERY); // of W_O and what it is given, every head has one
    int shares = nodes.shares(lane);
    if (shares < 2 || !(above || beside)) {
      return rect;
    }
    for (int share = 0; share < shares; share++) {
      double wide = rect.width() / shares;
      double high = rect.height() / shares;
      Rect strip =
          above
              ? new Rect(rect.x() + share * wide, rect.y(), wide, STRIP)
              : new Rect(rect.x(), rect.y() + share * high, STRIP, high);
      int head = nodes.readerOf(lane, share);
      boolean followed = head == nodes.number();
      drawing.fill(strip, 0, new Tint.Head(head).faded(followed ? 1 : 0.45));
    }
    return above
        ? new Rect(rect.x(), rect.y() + STRIP, rect.width(), rect.height() - STRIP)
        : new Rect(rect.x() + STRIP, rect.y(), rect.width() - STRIP, rect.height());
  }

  private void outline(Part part, Rect rect) {
    double width = scene.made(part) ? 2.5 : scene.read(part) ? 2 : 1.25;
    drawing.outline(rect, RADIUS, Stroke.of(PartNames.line(part, scene.nodes()), width));
  }

  private void impossible(Box box, Rect rect) {
    boolean here = scene.breaks() && scene.made(box.part());
    Ink ink = here ? Ink.BAD : Ink.LINE;
    drawing.outline(rect, RADIUS, Stroke.of(ink, here ? 2 : 1).dashed(4, 4));
    if (here) {
      double arm = Math.min(rect.width(), rect.height()) * 0.18;
      Stroke stroke = Stroke.of(Ink.BAD, 2);
      double x = rect.centerX();
      double y = rect.centerY();
      drawing.line(x - arm, y - arm, x + arm, y + arm, stroke);
      drawing.line(x - arm, y + arm, x + arm, y - arm, stroke);
    } else {
      drawing.text(
          rect.centerX(),
          drawing.measure().baselineIn(rect, Sizing.NAME),
          "?",
          Sizing.NAME.weight(Type.Weight.REGULAR),
          Ink.FAINT,
          Align.MIDDLE);
    }
  }

  /** A matrix without numbers is one thing to press, and to point at. */
  private void empty(Box box, Rect rect) {
    area(box);
    scene.node(box.part()).ifPresent(node -> pointed(node, rect, false));
  }

  /** The whole matrix as one thing to press. */
  private void area(Box box) {
    scene
        .node(box.part())
        .ifPresent(
            node ->
                drawing.hit(
                    box.room(), new Target.Area(Region.all(node.id())), captions.read(box.part())));
  }

  /**
   * Outlines a matrix that is pointed at; only weakly where the very cells are outlined in it.
   *
   * @param every whether every cell is drawn
   */
  private void pointed(Node node, Rect rect, boolean every) {
    List<Region> spoken =
        pointing.highlights().stream().filter(region -> region.id().equals(node.id())).toList();
    boolean whole = spoken.stream().anyMatch(BoxPainter::isWhole);
    boolean part =
        !spoken.isEmpty()
            || pointing.selected().map(CellRef::id).filter(node.id()::equals).isPresent();
    if (whole || (part && !every)) {
      Stroke strong = Stroke.of(Ink.ACCENT, 2);
      drawing.outline(rect.inset(-3), RADIUS + 3, spoken.isEmpty() ? strong : strong.dashed(5, 4));
    } else if (part) {
      Stroke weak = Stroke.of(Tint.of(Ink.ACCENT).faded(0.55), 1.25);
      drawing.outline(rect.inset(-2.5), RADIUS + 2.5, weak);
    }
  }
}
