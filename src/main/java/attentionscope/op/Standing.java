package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A row as a norm sees it, as parts of explanations: its cells, centred where the norm centres, and
 * what they are divided by.
 *
 * @param cells one a column
 * @param spread the divisor of all
 */
record Standing(List<Expr> cells, Expr spread) {

  /** The cells of a row. */
  static List<Expr> cellsOf(Node x, int row) {
    return columns(x).mapToObj(j -> x.cell(row, j)).toList();
  }

  /** The width of a matrix, as formulas write it. */
  static Expr width(Node x) {
    return new Expr.Constant("d", x.value().numCols);
  }

  /** The mean square of cells. */
  static Expr meanSquare(String symbol, List<Expr> cells, Expr width) {
    List<Expr.Product> squares = cells.stream().map(cell -> new Expr.Product(cell, cell)).toList();
    return Expr.Named.of(symbol, new Expr.Quotient(new Expr.SumOfProducts(squares), width));
  }

  /** x̂, before gain and bias. */
  Expr normalized(int column) {
    return new Expr.Quotient(cells.get(column), spread);
  }

  /** h = g · gain of a row. */
  static List<Expr> scaled(Node g, Node gain, int row) {
    return columns(g)
        .<Expr>mapToObj(j -> new Expr.Product(g.cell(row, j), gain.cell(0, j)))
        .toList();
  }

  /** c = mean(h · x̂): how much of h lies along the row itself. */
  Expr along(List<Expr> scaled, Expr width) {
    List<Expr.Product> products =
        IntStream.range(0, scaled.size())
            .mapToObj(j -> new Expr.Product(scaled.get(j), normalized(j)))
            .toList();
    return Expr.Named.of("c", new Expr.Quotient(new Expr.SumOfProducts(products), width));
  }

  /** The gradient by a gain: Σ_t g · x̂ of a column. */
  static Expr byGain(Node g, int column, IntFunction<Standing> rows) {
    return new Expr.SumOfProducts(
        IntStream.range(0, g.value().numRows)
            .mapToObj(t -> new Expr.Product(g.cell(t, column), rows.apply(t).normalized(column)))
            .toList());
  }

  private static IntStream columns(Node x) {
    return IntStream.range(0, x.value().numCols);
  }
}
