package attentionscope.view.inspector;

import attentionscope.figure.explain.Largest;
import attentionscope.figure.explain.Operands;
import attentionscope.figure.explain.Terms;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Region;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** The cells a number was worked from, a line a term; each can be followed. */
final class Origins {

  /** Letters in the names of two factors that stand beside each other in the narrowest window. */
  private static final int BESIDE = 18;

  private static final int RESULT = 6; // its column

  private final Shown shown;
  private final Follow follow;

  /** What becomes of cells that are named. */
  interface Follow {
    void over(List<Region> regions);

    void to(Region region);
  }

  Origins(Shown shown, Follow follow) {
    this.shown = shown;
    this.follow = follow;
  }

  /** Lines for an expression; of many terms the largest, unless all are asked for. */
  Node lines(Expr expr, boolean all) {
    OperandGrid lines = new OperandGrid();
    List<Expr> terms = Terms.of(expr);
    if (products(expr)) {
      List<Integer> indices = all ? indices(terms.size()) : Largest.of(terms);
      for (int index : indices) {
        product((Expr.Product) terms.get(index), lines);
      }
      rest(lines, terms.size() - indices.size());
    } else {
      List<CellRef> cells = Operands.of(expr);
      List<CellRef> some = all ? cells : cells.subList(0, Math.min(cells.size(), Largest.ALL));
      for (CellRef cell : some) {
        lines.addRow(lines.getRowCount(), link(cell), number(value(cell)));
      }
      rest(lines, cells.size() - some.size());
    }
    return lines;
  }

  private void rest(GridPane lines, int left) {
    if (left > 0) {
      Label more = quiet(shown.text("view.inspector.more", left));
      lines.add(more, 0, lines.getRowCount(), GridPane.REMAINING, 1);
    }
  }

  /** How many lines there would be in full. */
  static int count(Expr expr) {
    return products(expr) ? Terms.of(expr).size() : Operands.of(expr).size();
  }

  private static boolean products(Expr expr) {
    List<Expr> terms = Terms.of(expr);
    return terms.size() > 1 && terms.stream().allMatch(Origins::isProduct);
  }

  private static boolean isProduct(Expr term) {
    return term instanceof Expr.Product product
        && product.left() instanceof Expr.Cell
        && product.right() instanceof Expr.Cell;
  }

  /** Factors with long names stand below each other. */
  private void product(Expr.Product product, OperandGrid lines) {
    Expr.Cell left = (Expr.Cell) product.left();
    Expr.Cell right = (Expr.Cell) product.right();
    int letters = CellNames.of(left.ref()).length() + CellNames.of(right.ref()).length();
    int row = lines.getRowCount();
    if (letters > BESIDE) {
      lines.add(link(left.ref()), 0, row);
      lines.add(number(product.value()), RESULT, row);
      HBox times = new HBox(quiet("×"), link(right.ref()));
      times.getStyleClass().add("times");
      lines.add(times, 0, row + 1, RESULT, 1);
      return;
    }
    lines.addRow(
        row,
        link(left.ref()),
        lines.spare(number(left.value())),
        quiet("×"),
        link(right.ref()),
        lines.spare(number(right.value())),
        lines.spare(quiet("=")),
        number(product.value()));
  }

  private double value(CellRef cell) {
    return shown
        .trace()
        .find(cell.id())
        .map(node -> (double) node.at(cell.row(), cell.column()))
        .orElse(Double.NaN);
  }

  Hyperlink link(CellRef cell) {
    return link(Region.cell(cell.id(), cell.row(), cell.column()), CellNames.of(cell));
  }

  Hyperlink link(Region region, String name) {
    Hyperlink link = new Hyperlink(name);
    link.getStyleClass().addAll("operand", "mono", "of-" + region.id().leaf());
    link.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    link.setAccessibleText(region.toString());
    link.setOnAction(event -> follow.to(region));
    link.setOnMouseEntered(event -> follow.over(List.of(region)));
    link.setOnMouseExited(event -> follow.over(List.of()));
    link.focusedProperty()
        .addListener((property, was, is) -> follow.over(is ? List.of(region) : List.of()));
    return link;
  }

  private static Label number(double value) {
    Label number = new Label(Numbers.cell(value));
    number.getStyleClass().add("mono");
    number.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    GridPane.setHalignment(number, HPos.RIGHT);
    return number;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    return label;
  }

  private static List<Integer> indices(int count) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      indices.add(i);
    }
    return indices;
  }
}
