package attentionscope.figure.positions;

import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.Together;
import java.util.ArrayList;
import java.util.List;

/**
 * Where figures stand: in rows from the left, as many side by side as each still has room; those of
 * a row are equally tall.
 *
 * @param places one a figure
 * @param height of all together
 */
public record PanelGrid(List<Place> places, double height) {

  private static final double GAP = 6;

  public PanelGrid {
    places = List.copyOf(places);
  }

  /** Where a figure stands. */
  public record Place(PositionPanel panel, Rect rect) {}

  /**
   * Arranges figures.
   *
   * @param frame as wide as there is room; its height does not matter
   */
  public static PanelGrid of(List<PositionPanel> panels, Frame frame) {
    List<Place> places = new ArrayList<>();
    double y = 0;
    for (List<PositionPanel> row : rows(panels, frame.width())) {
      List<Double> widths = widths(row, frame.width());
      double tallest = 0;
      for (int i = 0; i < row.size(); i++) {
        tallest = Math.max(tallest, row.get(i).height(frame.sized(widths.get(i), 0)));
      }
      double x = 0;
      for (int i = 0; i < row.size(); i++) {
        places.add(new Place(row.get(i), new Rect(x, y, widths.get(i), tallest)));
        x += widths.get(i);
      }
      y += tallest + GAP;
    }
    return new PanelGrid(places, Math.max(0, y - GAP));
  }

  /** All figures as one. */
  public Figure draw(Frame frame) {
    Together together = new Together();
    for (Place place : places) {
      Rect rect = place.rect();
      together.add(
          place.panel().draw(frame.sized(rect.width(), rect.height())), rect.x(), rect.y());
    }
    return together.figure(frame.width(), height);
  }

  private static List<List<PositionPanel>> rows(List<PositionPanel> panels, double width) {
    List<List<PositionPanel>> rows = new ArrayList<>();
    List<PositionPanel> row = new ArrayList<>();
    for (PositionPanel panel : panels) {
      row.add(panel);
      if (row.size() > 1 && !fits(row, width)) {
        row.removeLast();
        rows.add(row);
        row = new ArrayList<>(List.of(panel));
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  private static boolean fits(List<PositionPanel> row, double width) {
    return shares(row) <= 3 && row.stream().mapToDouble(panel -> panel.least()).sum() <= width;
  }

  /** By share, but nobody gets less than what it needs; the others give it. */
  private static List<Double> widths(List<PositionPanel> row, double width) {
    double needed = 0;
    int shares = 0;
    for (PositionPanel panel : row) {
      boolean small = panel.least() > width * panel.share() / shares(row);
      needed += small ? panel.least() : 0;
      shares += small ? 0 : panel.share();
    }
    List<Double> widths = new ArrayList<>();
    for (PositionPanel panel : row) {
      boolean small = row.size() > 1 && panel.least() > width * panel.share() / shares(row);
      widths.add(
          Math.floor(
              small
                  ? panel.least()
                  : row.size() == 1 ? width : (width - needed) * panel.share() / shares));
    }
    return widths;
  }

  private static int shares(List<PositionPanel> row) {
    return row.stream().mapToInt(PositionPanel::share).sum();
  }
}
