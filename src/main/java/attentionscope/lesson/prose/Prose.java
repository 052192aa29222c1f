package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A text of a lesson, understood: it becomes blocks once there is a run to take numbers from. */
public final class Prose {
  /** In characters; what a lesson says at once is much shorter. */
  private static final int LONGEST = 8000;

  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(Set.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(12)
          .maxInlineNesting(12)
          .build();

  private final Path file;
  private final Extraction extraction;
  private final Node document;
  private final List<Pointed> pointed;

  private Prose(Path file, Extraction extraction, Node document, List<Pointed> pointed) {
    this.file = file;
    this.extraction = extraction;
    this.document = document;
    this.pointed = pointed;
  }

  /**
   * Reads a text.
   *
   * @param file where it stands
   * @param firstLine the line of the file on which it begins
   * @param faults gets what is wrong with it, with file and line
   */
  public static Prose read(Path file, int firstLine, String text, Faults faults) {
    String bounded = text;
    if (text.length() > LONGEST) {
      faults.add(file, firstLine, "lesson.problem.long-section", LONGEST);
      bounded = "";
    }
    Extraction extraction = new Extraction(bounded, file, firstLine, faults);
    Node document = MARKDOWN.parse(extraction.text());
    List<Pointed> pointed = new StaticCheck(file, extraction, faults).check(document);
    return new Prose(file, extraction, document, pointed);
  }

  /** What to show, its numbers taken from a run. */
  public List<Block> blocks(Runs runs) {
    return new Converter(extraction.pieces(), runs).blocks(document);
  }

  /** What to show on one line, such as a choice; the first paragraph. */
  public List<Inline> line(Runs runs) {
    return blocks(runs).stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).content())
        .findFirst()
        .orElse(List.of());
  }

  /** What to show as bare words, for places without formulas and for reading aloud. */
  public String plain(Runs runs) {
    return PlainText.of(blocks(runs));
  }

  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return document.getFirstChild() == null;
  }

  /** Everything it points at, with the lines. */
  public List<Pointed> targets() {
    return pointed;
  }

  /**
   * Something pointed at.
   *
   * @param line of the file
   */
  public record Pointed(int line, Target target) {}

  /** Works every number over a run and names those that fail, and the formulas that break. */
  public void check(Runs runs, Faults faults) {
    for (Piece piece : extraction.pieces()) {
      try {
        switch (piece) {
          case Piece.OfRun(int _, Live live) -> live.show(runs);
          case Piece.Formula formula -> FormulaCheck.check(Filled.tex(formula, runs));
        }
      } catch (Problem problem) {
        faults.add(file, piece.line(), problem);
      }
    }
  }
}
