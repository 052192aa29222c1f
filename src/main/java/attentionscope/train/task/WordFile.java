package attentionscope.train.task;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that sentences are made of, as a table that can be read and written by hand: {@code
 * [section]}, then one word a line with its columns between bars; what stands behind {@code #} is
 * not read.
 */
final class WordFile {
  private static final long MAX_BYTES = 1 << 20;

  private final Path file;
  private final Map<String, List<Row>> sections = new LinkedHashMap<>();

  private WordFile(Path file) {
    this.file = file;
  }

  /** A line's columns, without blanks around them. */
  record Row(Path file, int line, List<String> cells) {
    String cell(int column) {
      return cells.get(column);
    }

    /** The words of a column. */
    List<String> words(int column) {
      return cell(column).isEmpty() ? List.of() : Words.spaced(cell(column));
    }

    /** A word of this row, if it is one of those known. */
    String known(String word, List<String> known) throws Problem {
      if (!known.contains(word)) {
        throw new Problem("train.problem.word-value", file, line, word, String.join(", ", known));
      }
      return word;
    }
  }

  static WordFile read(Path file) throws Problem {
    WordFile words = new WordFile(file);
    List<Row> section = new ArrayList<>();
    int number = 0;
    for (String line : BoundedFile.readText(file, MAX_BYTES).lines().toList()) {
      number++;
      int comment = line.indexOf('#');
      String text = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        section = new ArrayList<>();
        words.sections.put(text.substring(1, text.length() - 1), section);
      } else if (!text.isEmpty()) {
        section.add(
            new Row(
                file, number, Arrays.stream(text.split("\\|", -1)).map(String::strip).toList()));
      }
    }
    return words;
  }

  /**
   * The rows of a section.
   *
   * @throws Problem if there are none, or one has not so many columns
   */
  List<Row> rows(String section, int columns) throws Problem {
    List<Row> rows = sections.getOrDefault(section, List.of());
    if (rows.isEmpty()) {
      throw new Problem("train.problem.word-section", file, section);
    }
    for (Row row : rows) {
      if (row.cells.size() != columns) {
        throw new Problem("train.problem.word-columns", file, row.line, columns, row.cells.size());
      }
    }
    return rows;
  }
}
