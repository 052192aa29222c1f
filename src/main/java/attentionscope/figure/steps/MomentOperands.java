package attentionscope.figure.steps;

import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.Optional;

/** What a moment reads, so that it stands out. */
record MomentOperands(HeadNodes head, Moment moment) {

  CellPainter.Emphasis emphasis(Part part) {
    if (moment.row() < 0) {
      return CellPainter.Emphasis.FULL;
    }
    Optional<Region> region = outline(part);
    if (region.isPresent()) {
      return (row, column) -> region.get().contains(row, column) ? 1 : 0.4;
    }
    boolean rests =
        switch (part) {
          case Q, K -> !moment.scores();
          case SCORES -> moment.in(Stage.VALUES);
          case WEIGHTS -> false;
          case V -> !moment.in(Stage.VALUES);
          case OUTPUT -> false;
        };
    return rests ? (row, column) -> 0.55 : CellPainter.Emphasis.FULL;
  }

  /** The row or column that is read. */
  Optional<Region> outline(Part part) {
    Node node = StepsLayout.node(head, part);
    return switch (part) {
      case Q ->
          moment.scores() ? Optional.of(Region.row(node.id(), moment.row())) : Optional.empty();
      case K ->
          moment.scores()
              ? Optional.of(Region.row(node.id(), head.keyRow(moment.row(), moment.column())))
              : Optional.empty();
      case SCORES ->
          moment.in(Stage.SOFTMAX)
              ? Optional.of(Region.row(node.id(), moment.row()))
              : Optional.empty();
      case WEIGHTS ->
          moment.in(Stage.VALUES)
              ? Optional.of(Region.row(node.id(), moment.row()))
              : Optional.empty();
      case V ->
          moment.in(Stage.VALUES)
              ? Optional.of(Region.column(node.id(), moment.column()))
              : Optional.empty();
      case OUTPUT -> Optional.empty();
    };
  }

  boolean strongRow(Part part, int row) {
    return switch (part) {
      case Q -> moment.scores() && row == moment.row();
      case K -> moment.scores() && row == head.keyRow(moment.row(), moment.column());
      case SCORES -> !moment.in(Stage.VALUES) && row == moment.row();
      case WEIGHTS -> (moment.in(Stage.SOFTMAX) || moment.in(Stage.VALUES)) && row == moment.row();
      case OUTPUT -> moment.in(Stage.VALUES) && row == moment.row();
      case V -> false;
    };
  }

  boolean strongColumn(Part part, int column) {
    boolean here = column == moment.column();
    return switch (part) {
      case SCORES -> here && (moment.scores() || moment.changes());
      case WEIGHTS -> here && moment.in(Stage.SOFTMAX);
      case V, OUTPUT -> here && moment.in(Stage.VALUES);
      case Q, K -> false;
    };
  }
}
