package attentionscope.view.prose;

import attentionscope.figure.paint.Formulas;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** The text of a step. */
public final class ProseView extends VBox {

  private static final double DISPLAYED = 1.3;

  private final Line line;
  private final Links links;
  private final double size;

  private List<Block> shown = List.of();
  private List<Link> made = List.of();

  /**
   * @param size of the text in pixels
   */
  public ProseView(Formulas formulas, Links links, double size) {
    this.line = new Line(formulas, size);
    this.links = links;
    this.size = size;
    getStyleClass().add("prose");
  }

  /** Shows a text; the same text again changes nothing. */
  public void show(List<Block> blocks) {
    if (blocks.equals(shown)) {
      return;
    }
    shown = List.copyOf(blocks);
    Pieces pieces = new Pieces(links);
    getChildren().setAll(blocks.stream().map(block -> node(block, pieces)).toList());
    made = pieces.links();
  }

  /** Lights up what speaks of this. */
  public void mark(Optional<Region> selected) {
    made.forEach(link -> link.mark(selected));
  }

  private Node node(Block block, Pieces pieces) {
    return switch (block) {
      case Block.Paragraph paragraph -> flow(paragraph.content(), pieces);
      case Block.Listing listing -> listing(listing, pieces);
      case Block.DisplayFormula formula -> displayed(formula.tex());
      case Block.CodeBlock code -> code(code.text());
      case Block.Table table -> table(table, pieces);
    };
  }

  private TextFlow flow(List<Inline> content, Pieces pieces) {
    return line.flow(pieces.chunks(content));
  }

  private Node listing(Block.Listing listing, Pieces pieces) {
    VBox items = new VBox();
    items.getStyleClass().add("listing");
    for (int i = 0; i < listing.items().size(); i++) {
      Label mark = new Label(listing.numbered() ? (i + 1) + "." : "•");
      mark.getStyleClass().add("list-mark");
      mark.setMinWidth(USE_PREF_SIZE);
      VBox content = new VBox();
      content.getStyleClass().add("prose");
      for (Block block : listing.items().get(i)) {
        content.getChildren().add(node(block, pieces));
      }
      HBox.setHgrow(content, Priority.ALWAYS);
      items.getChildren().add(new HBox(mark, content));
    }
    return items;
  }

  private Node displayed(String latex) {
    StackPane box = new StackPane(line.displayed(latex, size * DISPLAYED));
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("displayed");
    return box;
  }

  private static Node code(String text) {
    Label code = new Label(text.stripTrailing());
    code.getStyleClass().add("code-block");
    code.setWrapText(true);
    code.setMaxWidth(Double.MAX_VALUE);
    code.setMinHeight(USE_PREF_SIZE);
    return code;
  }

  private Node table(Block.Table table, Pieces pieces) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table");
    List<List<List<Inline>>> rows = new ArrayList<>();
    rows.add(table.head());
    rows.addAll(table.rows());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        TextFlow cell = flow(rows.get(row).get(column), pieces);
        cell.getStyleClass().add(row == 0 ? "table-head" : "table-cell");
        grid.add(cell, column, row);
      }
    }
    return grid;
  }
}
