package attentionscope.lesson.prose;

import attentionscope.language.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** The bare words of what a lesson says: for a terminal, for reading aloud, for counting. */
public final class PlainText {
  private PlainText() {}

  /** One line a paragraph or item. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(PlainText::of).collect(Collectors.joining("\n"));
  }

  private static String of(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> line(content);
      case Block.Listing(boolean _, var items) ->
          items.stream().map(item -> "- " + of(item)).collect(Collectors.joining("\n"));
      case Block.DisplayFormula(String tex) -> tex(tex);
      case Block.CodeBlock(String _, String text) -> text;
      case Block.Table(var head, var rows) ->
          row(head) + rows.stream().map(row -> "\n" + row(row)).collect(Collectors.joining());
    };
  }

  private static String row(List<List<Inline>> cells) {
    return cells.stream().map(PlainText::line).collect(Collectors.joining(" | "));
  }

  /** The words of one line. */
  public static String line(List<Inline> inlines) {
    return inlines.stream().map(PlainText::of).collect(Collectors.joining());
  }

  private static String of(Inline inline) {
    return switch (inline) {
      case Inline.Text(String text) -> text;
      case Inline.Emphasis(var content) -> line(content);
      case Inline.Strong(var content) -> line(content);
      case Inline.Code(String text) -> text;
      case Inline.Formula(String tex) -> tex(tex);
      case Inline.LiveNumber(String text, var _) -> text;
      case Inline.Pointer(var content, var _) -> line(content);
    };
  }

  /** The commonest signs of TeX as letters. */
  private static String tex(String tex) {
    return tex.replaceAll("\\\\(?:begin|end)\\{\\w+}|&", "")
        .replaceAll("\\\\(?:text|mathrm|mathbf|operatorname)\\{([^{}]*)}", "$1")
        .replaceAll("\\^\\{\\\\top}|\\^\\\\top", "ᵀ")
        .replaceAll("\\\\sqrt\\{\\s*([^{} ]{1,3})\\s*}", "√$1")
        .replaceAll("\\\\sqrt\\{\\s*([^{}]*?)\\s*}", "√($1)")
        .replaceAll("\\\\[dt]?frac\\{\\s*([^{}]*?)\\s*}\\{\\s*([^{}]*?)\\s*}", "$1 / $2")
        .replaceAll("\\^\\{\\s*([^{}]*?)\\s*}", "^($1)")
        .replaceAll("\\s*\\\\\\\\\\s*", "\n")
        .replace("-", Numbers.MINUS)
        .replaceAll("\\\\cdot\\b", "·")
        .replaceAll("\\\\times\\b", "×")
        .replaceAll("\\\\infty\\b", "∞")
        .replaceAll("\\\\sum\\b", "Σ")
        .replaceAll("\\\\approx\\b", "≈")
        .replaceAll("\\\\[,;:!]|\\\\quad\\b", " ")
        .replaceAll("\\\\left|\\\\right", "")
        .replaceAll("[ \\t]+", " ")
        .strip();
  }
}
