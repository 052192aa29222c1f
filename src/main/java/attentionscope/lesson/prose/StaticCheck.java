package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What can be wrong with a text before there is a run: markup, links, results written by hand. */
final class StaticCheck {
  private static final int DEEPEST = 12;

  /** A number with a point, or one behind an equals sign: results look like that. */
  private static final Pattern RESULT =
      Pattern.compile("(?<![\\w.])[-−]?\\d*\\.\\d+(?!\\w)|[=≈]\\s*[-−]?\\.?\\d[\\d.]*");

  private static final Pattern RESULT_IN_TEX =
      Pattern.compile("(?<![\\w.])-?\\d*\\.\\d+(?!\\w)|(?:=|\\\\approx)\\s*-?\\d+");

  /** Stars and brackets that Markdown could make nothing of. */
  private static final Pattern LEFT_OVER = Pattern.compile("\\*\\*|__|\\]\\(|}}");

  private final Path file;
  private final Extraction extraction;
  private final Faults faults;
  private final List<Prose.Pointed> pointed = new ArrayList<>();

  StaticCheck(Path file, Extraction extraction, Faults faults) {
    this.file = file;
    this.extraction = extraction;
    this.faults = faults;
  }

  /** Names what is wrong, and gives what the text points at. */
  List<Prose.Pointed> check(Node document) {
    walk(document, 0);
    for (Piece piece : extraction.pieces()) {
      if (piece instanceof Piece.Formula formula) {
        checkFormula(formula);
      }
    }
    return List.copyOf(pointed);
  }

  private void walk(Node node, int depth) {
    if (depth > DEEPEST) {
      faults.add(file, line(node, extraction), "lesson.problem.markup-depth", DEEPEST);
      node.unlink();
      return;
    }
    switch (node) {
      case Text text -> checkText(text);
      case Link link -> checkLink(link);
      case Paragraph paragraph -> checkDisplay(paragraph);
      case HtmlBlock _ -> refuse(node, "HTML");
      case HtmlInline _ -> refuse(node, "HTML");
      case Image _ -> refuse(node, "![…]");
      case Document _,
          BulletList _,
          OrderedList _,
          ListItem _,
          FencedCodeBlock _,
          TableBlock _,
          TableHead _,
          TableBody _,
          TableRow _,
          TableCell _,
          Emphasis _,
          StrongEmphasis _,
          Code _,
          SoftLineBreak _,
          HardLineBreak _ -> {}
      default -> refuse(node, node.getClass().getSimpleName());
    }
    Node next;
    for (Node child = node.getFirstChild(); child != null; child = next) {
      next = child.getNext();
      walk(child, depth + 1);
    }
  }

  private void refuse(Node node, String what) {
    faults.add(file, line(node, extraction), "lesson.problem.markup", what);
  }

  private void checkText(Text text) {
    Matcher result = RESULT.matcher(text.getLiteral());
    while (result.find()) {
      faults.add(
          file, line(text, extraction), "lesson.problem.number-by-hand", result.group().strip());
    }
    Matcher leftOver = LEFT_OVER.matcher(text.getLiteral());
    if (leftOver.find()) {
      faults.add(file, line(text, extraction), "lesson.problem.left-over", leftOver.group());
    }
  }

  private void checkLink(Link link) {
    try {
      pointed.add(new Prose.Pointed(line(link, extraction), Target.parse(link.getDestination())));
    } catch (Problem problem) {
      faults.add(file, line(link, extraction), problem);
    }
  }

  private void checkDisplay(Paragraph paragraph) {
    if (Converter.display(paragraph, extraction.pieces()).isPresent()) {
      return;
    }
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      String literal = node instanceof Text text ? text.getLiteral() : "";
      for (int i = 0; i < literal.length(); i++) {
        char c = literal.charAt(i);
        Extraction.index(c, extraction.pieces().size())
            .map(extraction.pieces()::get)
            .filter(piece -> piece instanceof Piece.Formula formula && formula.display())
            .ifPresent(piece -> faults.add(file, piece.line(), "lesson.problem.display-alone"));
      }
    }
  }

  /** Numbers within braces, as in {@code \sum_{k=0}^{3}}, count something and are no results. */
  private void checkFormula(Piece.Formula formula) {
    for (Piece.Tex part : formula.parts()) {
      if (part instanceof Piece.Tex.Plain(String tex)) {
        Matcher result = RESULT_IN_TEX.matcher(tex.replaceAll("[_^]\\{[^{}]*}", " "));
        while (result.find()) {
          faults.add(file, formula.line(), "lesson.problem.number-by-hand", result.group());
        }
      }
    }
  }

  /** The line of the file on which a node begins. */
  static int line(Node node, Extraction extraction) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return extraction.lineOf(spans.getFirst().getLineIndex());
      }
    }
    return extraction.lineOf(0);
  }
}
