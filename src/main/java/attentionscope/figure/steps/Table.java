package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.trace.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small table of numbers: labels on the left, numbers flush right. */
final class Table {

  private static final double LARGEST_TYPE = 13;
  private static final double SMALLEST_TYPE = 9;
  private static final double GAP = 18;
  private static final double SMALLEST_GAP = 7;

  /** What an entry is. */
  enum Tone {
    HEAD,
    PLAIN,
    SOFT,
    /** What the moment has just made. */
    NOW,
    QUERY,
    KEY,
    VALUE,
    GOOD,
    BAD
  }

  /**
   * One entry.
   *
   * @param ref the cell of the trace it is, if it is one
   */
  record Entry(String text, Tone tone, Optional<CellRef> ref) {
    static Entry of(String text, Tone tone) {
      return new Entry(text, tone, Optional.empty());
    }

    static Entry empty() {
      return of("", Tone.PLAIN);
    }
  }

  private final List<List<Entry>> lines = new ArrayList<>();

  Table line(List<Entry> entries) {
    lines.add(List.copyOf(entries));
    return this;
  }

  int lines() {
    return lines.size();
  }

  /** Draws as many lines as fit; answers the rectangle they took. */
  Rect draw(Drawing drawing, Rect room, double lineHeight) {
    double size = LARGEST_TYPE;
    double gap = GAP;
    while (width(size, gap, drawing.measure()) > room.width()
        && (size > SMALLEST_TYPE || gap > SMALLEST_GAP)) {
      if (gap > SMALLEST_GAP) {
        gap = Math.max(SMALLEST_GAP, gap - 2);
      } else {
        size -= 0.5;
      }
    }
    double[] widths = widths(size, drawing.measure());
    double y = room.y();
    for (List<Entry> line : lines) {
      double x = room.x();
      for (int column = 0; column < line.size(); column++) {
        Rect cell = new Rect(x, y, widths[column], lineHeight);
        draw(drawing, line.get(column), cell, size, column == 0);
        x += widths[column] + gap;
      }
      y += lineHeight;
    }
    double width = width(size, gap, drawing.measure());
    return new Rect(room.x(), room.y(), width, y - room.y());
  }

  private static void draw(Drawing drawing, Entry entry, Rect cell, double size, boolean label) {
    if (entry.text().isEmpty()) {
      return;
    }
    if (entry.tone() == Tone.NOW) {
      drawing.fill(
          new Rect(cell.x() - 4, cell.y() + 1, cell.width() + 8, cell.height() - 2),
          4,
          Tint.of(Ink.ACCENT_SOFT));
    }
    Type type = type(entry, size, label);
    drawing.text(
        label ? cell.x() : cell.right(),
        drawing.measure().baselineIn(cell, type),
        entry.text(),
        type,
        ink(entry.tone()),
        label ? Align.START : Align.END);
    entry
        .ref()
        .ifPresent(ref -> drawing.hit(cell, new Target.Cell(ref), ref + " = " + entry.text()));
  }

  private double width(double size, double gap, TextMeasure measure) {
    double width = 0;
    for (double column : widths(size, measure)) {
      width += column + gap;
    }
    return width - gap;
  }

  private double[] widths(double size, TextMeasure measure) {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    double[] widths = new double[columns];
    for (List<Entry> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        Entry entry = line.get(column);
        double width = measure.width(entry.text(), type(entry, size, column == 0));
        widths[column] = Math.max(widths[column], width);
      }
    }
    return widths;
  }

  private static Type type(Entry entry, double size, boolean label) {
    Type type = label || entry.tone() == Tone.HEAD ? Type.ui(size - 0.5) : Type.mono(size);
    return entry.tone() == Tone.NOW ? type.weight(Type.Weight.BOLD) : type;
  }

  private static Ink ink(Tone tone) {
    return switch (tone) {
      case HEAD, SOFT -> Ink.SOFT;
      case PLAIN -> Ink.TEXT;
      case NOW -> Ink.ACCENT;
      case QUERY -> Ink.QUERY;
      case KEY -> Ink.KEY;
      case VALUE -> Ink.VALUE;
      case GOOD -> Ink.GOOD;
      case BAD -> Ink.BAD;
    };
  }
}
