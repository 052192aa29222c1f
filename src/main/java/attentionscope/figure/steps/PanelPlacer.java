package attentionscope.figure.steps;

import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.AxisLabels;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.trace.Node;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Places the matrices of the steps figure: bands from top to bottom, columns from left to right
 * within a band, matrices below each other within a column.
 */
final class PanelPlacer {

  private static final double TITLE = 18;
  private static final double AXES = 14;
  private static final double LARGEST_CELL = 80;
  private static final double SMALLEST_CELL = 3;

  /** Rows of a long text are drawn several to a pixel: all of them have to be there. */
  private static final double LOWEST_ROW = 0.1;

  private static final List<List<List<Part>>> ONE_ROW =
      List.of(
          List.of(
              List.of(Part.Q, Part.K),
              List.of(Part.SCORES),
              List.of(Part.WEIGHTS),
              List.of(Part.V, Part.OUTPUT)));
  private static final List<List<List<Part>>> TWO_ROWS =
      List.of(
          List.of(List.of(Part.Q), List.of(Part.SCORES), List.of(Part.K)),
          List.of(List.of(Part.WEIGHTS), List.of(Part.OUTPUT), List.of(Part.V)));

  private final HeadNodes head;
  private final Frame frame;
  private final Rect room;
  private final boolean oneRow;
  private final List<List<List<Part>>> bands;
  private final double below; // between matrices below each other
  private final double beside; // between columns, at least

  private double labels = 16; // over columns
  private double unit = 30; // the width of a cell of a small matrix
  private double pitchY = 24; // the height of every row

  PanelPlacer(HeadNodes head, Frame frame, Rect room, boolean oneRow) {
    this.head = head;
    this.frame = frame;
    this.room = room;
    this.oneRow = oneRow;
    bands = oneRow ? ONE_ROW : TWO_ROWS;
    below = oneRow ? 22 : 24;
    beside = oneRow ? 32 : 24;
    // column labels may have to be turned, which only the width of cells shows
    for (int round = 0; round < 2; round++) {
      double fixed = height(0);
      pitchY = (room.height() - fixed) / (height(1) - fixed);
      pitchY = Math.clamp(pitchY, LOWEST_ROW, LARGEST_CELL * 0.8);
      unit = widestUnit();
      pitchY = Math.min(pitchY, Math.max(20, unit));
      labels = Math.clamp(above(Part.SCORES, 40).extent(), 14, 40);
    }
  }

  /** How large cells come out: what decides which arrangement is taken. */
  double cellSize() {
    return Math.min(unit, pitchY * 1.25);
  }

  Map<Part, Panel> place() {
    Map<Part, Panel> panels = new EnumMap<>(Part.class);
    double spare = Math.max(0, room.height() - height(pitchY)) / (bands.size() + 1);
    double y = room.y() + spare;
    for (List<List<Part>> band : bands) {
      double height = bandHeight(band, pitchY);
      placeBand(band, new Rect(room.x(), y, room.width(), height), panels);
      y += height + below + spare;
    }
    return panels;
  }

  private void placeBand(List<List<Part>> band, Rect area, Map<Part, Panel> panels) {
    double used = (band.size() - 1) * beside;
    for (List<Part> column : band) {
      used += labelWidth(column) + units(column) * unit;
    }
    // what is left over widens the space between columns a little and centres the whole
    double spare = Math.max(0, area.width() - used);
    double wider = Math.min(spare / (band.size() + 1), 48);
    double x = area.x() + (spare - wider * (band.size() - 1)) / 2;
    for (List<Part> column : band) {
      double height = columnHeight(column, pitchY);
      double y = oneRow ? area.y() + (area.height() - height) / 2 : area.y();
      for (Part part : column) {
        Panel panel = panel(part, x, y, labelWidth(column));
        panels.put(part, panel);
        y = panel.grid().bottom() + below;
      }
      x += labelWidth(column) + units(column) * unit + beside + wider;
    }
  }

  private Panel panel(Part part, double x, double y, double label) {
    double width = units(part) * unit;
    double top = y + TITLE + AXES + labels;
    return new Panel(
        part,
        new Rect(x, y, label + width, TITLE),
        new Rect(x, y + TITLE, label + width, AXES),
        new Rect(x + label, top, width, node(part).value().numRows * pitchY),
        left(part),
        above(part, labels));
  }

  private double height(double rowHeight) {
    double height = (bands.size() - 1) * below;
    for (List<List<Part>> band : bands) {
      height += bandHeight(band, rowHeight);
    }
    return height;
  }

  private double bandHeight(List<List<Part>> band, double rowHeight) {
    return band.stream().mapToDouble(column -> columnHeight(column, rowHeight)).max().orElse(0);
  }

  private double columnHeight(List<Part> column, double rowHeight) {
    double height = (column.size() - 1) * below;
    for (Part part : column) {
      height += TITLE + AXES + labels + node(part).value().numRows * rowHeight;
    }
    return height;
  }

  private double widestUnit() {
    double widest = LARGEST_CELL;
    for (List<List<Part>> band : bands) {
      double units = 0;
      double fixed = (band.size() - 1) * beside;
      for (List<Part> column : band) {
        units += units(column);
        fixed += labelWidth(column);
      }
      widest = Math.min(widest, (room.width() - fixed) / units);
    }
    return Math.clamp(widest, SMALLEST_CELL, Math.max(30, pitchY * 1.7));
  }

  private double units(List<Part> column) {
    return column.stream().mapToDouble(this::units).max().orElse(0);
  }

  /** Features beyond the fourth and tokens beyond the sixth need not be read one by one. */
  private double units(Part part) {
    int columns = node(part).value().numCols;
    boolean tokens = part == Part.SCORES || part == Part.WEIGHTS;
    double all = tokens ? 6 : 4;
    double slow = tokens ? 0.4 : 0.25;
    double most = tokens ? 10 : 6;
    return Math.min(most, Math.min(columns, all) + Math.max(0, columns - all) * slow);
  }

  private double labelWidth(List<Part> column) {
    return column.stream().mapToDouble(part -> left(part).extent()).max().orElse(0);
  }

  private AxisLabels left(Part part) {
    double most = Math.clamp(room.width() * 0.1, 42, 84);
    return AxisLabels.left(node(part).rows(), pitchY, most, frame.measure());
  }

  private AxisLabels above(Part part, double most) {
    double pitchX = units(part) * unit / Math.max(1, node(part).value().numCols);
    return AxisLabels.above(node(part).columns(), pitchX, most, frame.measure());
  }

  private Node node(Part part) {
    return StepsLayout.node(head, part);
  }
}
