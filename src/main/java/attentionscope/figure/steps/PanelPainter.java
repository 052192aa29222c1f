package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.HeadNodes.Link;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;

/** Draws the matrices of the steps figure, each as far as it is computed. */
final class PanelPainter {

  private final Drawing drawing;
  private final StepsTimeline timeline;
  private final HeadNodes head;
  private final Moment moment;
  private final MatrixLook look;
  private final Pointing pointing;
  private final StepsLayout layout;
  private final MomentOperands operands;

  PanelPainter(
      Drawing drawing,
      StepsTimeline timeline,
      Moment moment,
      MatrixLook look,
      Pointing pointing,
      StepsLayout layout) {
    this.drawing = drawing;
    this.timeline = timeline;
    this.head = timeline.head();
    this.moment = moment;
    this.look = look;
    this.pointing = pointing;
    this.layout = layout;
    operands = new MomentOperands(head, moment);
  }

  void draw(Part part) {
    Panel panel = layout.panel(part);
    Cells cells = cells(part);
    PanelHeading.draw(drawing, timeline, moment, panel);
    CellPainter painter =
        new CellPainter(
            cells,
            panel.grid(),
            scale(part),
            numbers(part, panel.grid()),
            look,
            operands.emphasis(part));
    hits(part, cells, painter, panel);
    painter.draw(drawing);
    labels(part, panel);
    operands.outline(part).ifPresent(region -> outline(part, region, painter));
    highlights(part, painter);
    current(part, painter);
  }

  private Cells cells(Part part) {
    return switch (part) {
      case SCORES -> new ScoreCells(timeline, moment);
      case WEIGHTS, OUTPUT -> KnownCells.of(StepsLayout.node(head, part), timeline, moment);
      case Q, K, V -> Cells.of(StepsLayout.node(head, part));
    };
  }

  /** Q and K share a scale, V and the output another. */
  private ColorScale scale(Part part) {
    return switch (part) {
      case Q, K -> ColorScale.of(List.of(head.q(), head.k()), look);
      case V, OUTPUT -> ColorScale.of(List.of(head.v(), head.output()), look);
      case WEIGHTS -> ColorScale.of(head.weights(), look);
      case SCORES -> ColorScale.of(scoreNodes(), look);
    };
  }

  private List<Node> scoreNodes() {
    List<Node> nodes = new ArrayList<>(List.of(head.scores()));
    head.links().stream().filter(Link::active).map(Link::node).forEach(nodes::add);
    return nodes;
  }

  private CellNumbers numbers(Part part, Rect grid) {
    List<Node> nodes = part == Part.SCORES ? scoreNodes() : List.of(StepsLayout.node(head, part));
    CellNumbers numbers = CellNumbers.none(drawing.measure());
    for (int i = 0; i < nodes.size(); i++) {
      Cells cells = Cells.of(nodes.get(i));
      CellNumbers these =
          CellNumbers.fitting(
              cells,
              3,
              grid.width() / cells.columns() - 2,
              grid.height() / cells.rows() - 2,
              drawing.measure());
      numbers = i == 0 ? these : numbers.and(these);
    }
    return numbers;
  }

  private void hits(Part part, Cells cells, CellPainter painter, Panel panel) {
    TensorId id = StepsLayout.node(head, part).id();
    if (part != Part.SCORES || painter.asPicture()) {
      drawing.hit(new Hit.Grid(panel.grid(), id, cells.rows(), cells.columns(), false, this::read));
      return;
    }
    double pitchX = panel.grid().width() / cells.columns();
    double pitchY = panel.grid().height() / cells.rows();
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        Rect rect =
            new Rect(
                panel.grid().x() + column * pitchX,
                panel.grid().y() + row * pitchY,
                pitchX,
                pitchY);
        CellRef ref = cells.ref(row, column);
        drawing.hit(rect, new Target.Cell(ref), read(ref));
      }
    }
  }

  private String read(CellRef ref) {
    List<Node> nodes = new ArrayList<>(scoreNodes());
    nodes.addAll(List.of(head.q(), head.k(), head.v(), head.weights(), head.output()));
    Node node =
        nodes.stream().filter(n -> n.id().equals(ref.id())).findFirst().orElse(head.scores());
    return timeline.knows(moment, ref)
        ? MatrixNames.cell(node, ref, drawing.frame().texts())
        : drawing
            .frame()
            .text(
                "figure.steps.not-yet",
                AxisNames.entry(node.rows(), ref.row(), drawing.frame().texts()),
                AxisNames.entry(node.columns(), ref.column(), drawing.frame().texts()));
  }

  private void labels(Part part, Panel panel) {
    panel.left().drawLeft(drawing, panel.grid(), row -> operands.strongRow(part, row));
    panel.above().drawAbove(drawing, panel.grid(), column -> operands.strongColumn(part, column));
  }

  private void outline(Part part, Region region, CellPainter painter) {
    Ink ink = part == Part.SCORES || part == Part.WEIGHTS ? Ink.ACCENT : StepsFigure.identity(part);
    drawing.outline(rectOf(region, painter).inset(-1.5), painter.radius() + 1.5, Stroke.of(ink, 2));
  }

  private void highlights(Part part, CellPainter painter) {
    for (Region region : pointing.highlights()) {
      if (isShown(part, region.id())) {
        Ink ink = MatrixNames.identity(region.id());
        drawing.outline(
            rectOf(region, painter).inset(-2),
            painter.radius() + 2,
            Stroke.of(ink, 2).dashed(5, 4));
      }
    }
    pointing
        .hover()
        .filter(ref -> isShown(part, ref.id()) && inside(ref, painter))
        .ifPresent(
            ref ->
                drawing.outline(
                    painter.rectOf(ref.row(), ref.column()).inset(-0.5),
                    painter.radius(),
                    Stroke.of(Ink.ACCENT, 1.25)));
    pointing
        .selected()
        .filter(ref -> isShown(part, ref.id()) && inside(ref, painter))
        .ifPresent(ref -> strong(painter.rectOf(ref.row(), ref.column()), painter));
  }

  /** Outlines the cell that the moment makes. */
  private void current(Part part, CellPainter painter) {
    moment
        .cell()
        .filter(ref -> isShown(part, ref.id()))
        .ifPresent(ref -> strong(painter.rectOf(ref.row(), ref.column()), painter));
  }

  private void strong(Rect rect, CellPainter painter) {
    drawing.outline(rect.inset(-0.5), painter.radius() + 1, Stroke.of(Ink.ACCENT, 2.5));
  }

  private boolean isShown(Part part, TensorId id) {
    return part == Part.SCORES
        ? id.equals(head.scores().id())
            || head.links().stream().anyMatch(link -> link.node().id().equals(id))
        : StepsLayout.node(head, part).id().equals(id);
  }

  private static boolean inside(CellRef ref, CellPainter painter) {
    return ref.row() < painter.cells().rows() && ref.column() < painter.cells().columns();
  }

  private static Rect rectOf(Region region, CellPainter painter) {
    int rows = painter.cells().rows();
    int columns = painter.cells().columns();
    int firstRow = Math.min(region.rows().from(), rows - 1);
    int firstColumn = Math.min(region.columns().from(), columns - 1);
    int lastRow = Math.min(region.rows().to(), rows) - 1;
    int lastColumn = Math.min(region.columns().to(), columns) - 1;
    return painter
        .rectOf(firstRow, firstColumn)
        .union(painter.rectOf(Math.max(firstRow, lastRow), Math.max(firstColumn, lastColumn)));
  }
}
