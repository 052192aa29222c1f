package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Makes blocks of a Markdown tree and puts the pieces back that were taken out. */
final class Converter {
  private final List<Piece> pieces;
  private final Runs runs;

  Converter(List<Piece> pieces, Runs runs) {
    this.pieces = pieces;
    this.runs = runs;
  }

  List<Block> blocks(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Paragraph paragraph -> blocks.add(paragraph(paragraph));
        case BulletList list -> blocks.add(new Block.Listing(false, items(list)));
        case OrderedList list -> blocks.add(new Block.Listing(true, items(list)));
        case FencedCodeBlock code ->
            blocks.add(new Block.CodeBlock(code.getInfo(), code.getLiteral().stripTrailing()));
        case TableBlock table -> blocks.add(table(table));
        default -> blocks.addAll(blocks(node)); // named as a fault by StaticCheck
      }
    }
    return blocks;
  }

  private Block paragraph(Node node) {
    return display(node, pieces)
        .<Block>map(formula -> new Block.DisplayFormula(Filled.texOrNothing(formula, runs)))
        .orElseGet(() -> new Block.Paragraph(inlines(node)));
  }

  /** The display formula that a paragraph consists of. */
  static Optional<Piece.Formula> display(Node paragraph, List<Piece> pieces) {
    boolean alone =
        paragraph.getFirstChild() instanceof Text text
            && text.getNext() == null
            && text.getLiteral().strip().length() == 1;
    if (!alone) {
      return Optional.empty();
    }
    char c = ((Text) paragraph.getFirstChild()).getLiteral().strip().charAt(0);
    return Extraction.index(c, pieces.size())
        .map(pieces::get)
        .filter(piece -> piece instanceof Piece.Formula formula && formula.display())
        .map(Piece.Formula.class::cast);
  }

  private List<List<Block>> items(ListBlock list) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(blocks(item));
    }
    return items;
  }

  private Block table(TableBlock table) {
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(inlines(cell));
        }
        rows.add(cells);
      }
    }
    return new Block.Table(rows.getFirst(), rows.subList(1, rows.size()));
  }

  private List<Inline> inlines(Node parent) {
    List<Inline> inlines = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> addText(text.getLiteral(), inlines);
        case SoftLineBreak _ -> addWords(" ", inlines);
        case HardLineBreak _ -> addWords(" ", inlines);
        case Code code -> inlines.add(new Inline.Code(code.getLiteral()));
        case Emphasis emphasis -> inlines.add(new Inline.Emphasis(inlines(emphasis)));
        case StrongEmphasis strong -> inlines.add(new Inline.Strong(inlines(strong)));
        case Link link -> addPointer(link, inlines);
        default -> inlines.addAll(inlines(node)); // named as a fault by StaticCheck
      }
    }
    return inlines;
  }

  private void addPointer(Link link, List<Inline> inlines) {
    List<Inline> content = inlines(link);
    try {
      inlines.add(new Inline.Pointer(content, Target.parse(link.getDestination())));
    } catch (Problem pointsNowhere) {
      inlines.addAll(content);
    }
  }

  private void addText(String text, List<Inline> inlines) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Optional<Piece> piece = Extraction.index(c, pieces.size()).map(pieces::get);
      if (piece.isEmpty()) {
        words.append(c);
        continue;
      }
      addWords(words.toString(), inlines);
      words.setLength(0);
      switch (piece.get()) {
        case Piece.OfRun(int _, Live live) -> words.append(addNumber(live, inlines));
        case Piece.Formula formula ->
            inlines.add(new Inline.Formula(Filled.texOrNothing(formula, runs)));
      }
    }
    addWords(words.toString(), inlines);
  }

  /** Adds what the run has, and gives the particle to go on with. */
  private String addNumber(Live live, List<Inline> inlines) {
    String shown = showOrNothing(live);
    inlines.add(new Inline.LiveNumber(shown, live.expression().regions()));
    return live.particleAfter(shown);
  }

  /** The user's own run may lack what the lesson's has: a dash says so. */
  private String showOrNothing(Live live) {
    try {
      return live.show(runs);
    } catch (Problem missing) {
      return Live.NOTHING;
    }
  }

  private static void addWords(String words, List<Inline> inlines) {
    if (words.isEmpty()) {
      return;
    }
    if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Text(String before)) {
      inlines.set(inlines.size() - 1, new Inline.Text(before + words));
    } else {
      inlines.add(new Inline.Text(words));
    }
  }
}
