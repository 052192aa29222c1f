package attentionscope.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole matrix, a row, a column, a cell or a rectangle of it: {@code id}, {@code id[1,*]}, {@code
 * id[*,2]}, {@code id[1,2]}, {@code id[2:4,*]} (rows 2 and 3).
 *
 * @param id the matrix
 * @param rows the rows meant
 * @param columns the columns meant
 */
public record Region(TensorId id, Span rows, Span columns) {

  private static final Pattern FORM =
      Pattern.compile("([^\\[\\]]+)(?:\\[([0-9:*]+),([0-9:*]+)\\])?");

  /**
   * A run of rows or columns.
   *
   * @param from the first, from 0
   * @param to one past the last; {@link Integer#MAX_VALUE} for all there are
   */
  public record Span(int from, int to) {

    /** Every row or column. */
    public static final Span ALL = new Span(0, Integer.MAX_VALUE);

    public Span {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("no rows or columns in " + from + ":" + to);
      }
    }

    public static Span one(int index) {
      return new Span(index, index + 1);
    }

    public boolean contains(int index) {
      return index >= from && index < to;
    }

    public boolean isAll() {
      return equals(ALL);
    }

    private static Optional<Span> parse(String text) {
      if (text.equals("*")) {
        return Optional.of(ALL);
      }
      try {
        int colon = text.indexOf(':');
        if (colon < 0) {
          return Optional.of(one(Integer.parseInt(text)));
        }
        return Optional.of(
            new Span(
                Integer.parseInt(text.substring(0, colon)),
                Integer.parseInt(text.substring(colon + 1))));
      } catch (IllegalArgumentException notASpan) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return isAll() ? "*" : to == from + 1 ? Integer.toString(from) : from + ":" + to;
    }
  }

  public static Region all(TensorId id) {
    return new Region(id, Span.ALL, Span.ALL);
  }

  public static Region row(TensorId id, int row) {
    return new Region(id, Span.one(row), Span.ALL);
  }

  public static Region column(TensorId id, int column) {
    return new Region(id, Span.ALL, Span.one(column));
  }

  public static Region cell(TensorId id, int row, int column) {
    return new Region(id, Span.one(row), Span.one(column));
  }

  /** Reads the written form; empty when the text has another form. */
  public static Optional<Region> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !TensorId.isWellFormed(matcher.group(1))) {
      return Optional.empty();
    }
    TensorId id = TensorId.of(matcher.group(1));
    if (matcher.group(2) == null) {
      return Optional.of(all(id));
    }
    return Span.parse(matcher.group(2))
        .flatMap(
            rows -> Span.parse(matcher.group(3)).map(columns -> new Region(id, rows, columns)));
  }

  public boolean contains(int row, int column) {
    return rows.contains(row) && columns.contains(column);
  }

  /** The cell meant, when it is one. */
  public Optional<CellRef> asCell() {
    boolean one = rows.to() == rows.from() + 1 && columns.to() == columns.from() + 1;
    return one ? Optional.of(new CellRef(id, rows.from(), columns.from())) : Optional.empty();
  }

  @Override
  public String toString() {
    return rows.isAll() && columns.isAll() ? id.path() : id + "[" + rows + "," + columns + "]";
  }
}
