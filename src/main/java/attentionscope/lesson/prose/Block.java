package attentionscope.lesson.prose;

import java.util.List;

/** A paragraph or what stands in the place of one. */
public sealed interface Block {

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /**
   * A list.
   *
   * @param numbered from 1, or else with marks
   * @param items each a few blocks
   */
  record Listing(boolean numbered, List<List<Block>> items) implements Block {
    public Listing {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A formula on a line of its own, in TeX. */
  record DisplayFormula(String tex) implements Block {}

  /**
   * Code to be read, line by line.
   *
   * @param language as written after the fence, may be empty
   */
  record CodeBlock(String language, String text) implements Block {}

  /**
   * A table.
   *
   * @param head the cells of its first row
   * @param rows the cells of the others
   */
  record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {
    public Table {
      head = head.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }
}
