package attentionscope.figure.explain;

import attentionscope.trace.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All terms of an expression as comma-separated values (RFC 4180): the term, its value, and the
 * cells it reads with theirs. Numbers are exact: they name one float and no other.
 */
public final class ExprCsv {

  private static final String END = "\r\n";

  private ExprCsv() {}

  /** A line of headings and one line a term. */
  public static String of(Expr expr) {
    List<Expr> terms = Terms.of(expr);
    List<List<Expr.Cell>> operands = terms.stream().map(ExprCsv::cells).toList();
    int most = operands.stream().mapToInt(List::size).max().orElse(0);
    StringBuilder csv = new StringBuilder("term,value,expression");
    for (int i = 0; i < most; i++) {
      csv.append(",cell ").append(i).append(",value ").append(i);
    }
    csv.append(END);
    for (int i = 0; i < terms.size(); i++) {
      List<String> line = new ArrayList<>();
      line.add(Integer.toString(i));
      line.add(Float.toString(terms.get(i).value()));
      line.add(ExprText.of(terms.get(i)));
      for (Expr.Cell cell : operands.get(i)) {
        line.add(cell.ref().toString());
        line.add(Float.toString(cell.value()));
      }
      while (line.size() < 3 + 2 * most) {
        line.add("");
      }
      csv.append(line.stream().map(ExprCsv::quoted).collect(Collectors.joining(","))).append(END);
    }
    return csv.toString();
  }

  /** The cells a term reads itself, not those behind a letter such as the mean. */
  private static List<Expr.Cell> cells(Expr expr) {
    List<Expr.Cell> cells = new ArrayList<>();
    collect(expr, cells);
    return cells;
  }

  private static void collect(Expr expr, List<Expr.Cell> cells) {
    switch (expr) {
      case Expr.Cell cell -> cells.add(cell);
      case Expr.Named named -> {}
      default -> expr.parts().forEach(part -> collect(part, cells));
    }
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
