package attentionscope.tokenize.read;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.tokenize.piece.Merges;
import attentionscope.tokenize.piece.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/** Lists of pieces and of merges, as files of their own or within others. */
final class PieceFiles {
  private static final long LARGEST = 16L << 20;

  private PieceFiles() {}

  /** A {@code vocab.json}: pieces with their ids. */
  static Vocabulary json(Path file) throws Problem {
    Vocabulary.Builder pieces = new Vocabulary.Builder(file);
    return Json.read(
        file,
        parser -> {
          if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Problem("tokenize.problem.pieces", file);
          }
          pieces(file, parser, pieces);
          return pieces.done();
        });
  }

  /** The pieces of the object that the parser stands at. */
  static void pieces(Path file, JsonParser parser, Vocabulary.Builder pieces) throws Problem {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String piece = parser.currentName();
      boolean whole =
          parser.nextToken() == JsonToken.VALUE_NUMBER_INT
              && parser.getNumberType() != NumberType.BIG_INTEGER;
      if (!whole) {
        throw new Problem("tokenize.problem.pieces", file);
      }
      pieces.add(piece, parser.getLongValue());
    }
  }

  /** A {@code vocab.txt}: a piece on each line. */
  static Vocabulary lines(Path file) throws Problem {
    Vocabulary.Builder pieces = new Vocabulary.Builder(file);
    for (String line : readLines(file)) {
      pieces.add(line);
    }
    return pieces.done();
  }

  /** A {@code merges.txt}: two pieces on each line, after one that may give the version. */
  static void merges(Path file, Merges.Pairs merges) throws Problem {
    List<String> lines = readLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !(i == 0 && line.startsWith("#version"))) {
        pair(file, line, i + 1, merges);
      }
    }
  }

  private static void pair(Path file, String line, int number, Merges.Pairs merges) throws Problem {
    int space = line.indexOf(' ');
    if (space <= 0 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
      throw new Problem("tokenize.problem.pair", file, number);
    }
    merges.add(line.substring(0, space), line.substring(space + 1));
  }

  private static List<String> readLines(Path file) throws Problem {
    String text = BoundedFile.readText(file, LARGEST);
    List<String> lines = new ArrayList<>();
    for (int begin = 0; begin < text.length(); ) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      boolean carriage = end > begin && text.charAt(end - 1) == '\r';
      if (lines.size() > 2 * Vocabulary.MOST) {
        throw new Problem("tokenize.problem.many-lines", file, 2 * Vocabulary.MOST);
      }
      lines.add(text.substring(begin, carriage ? end - 1 : end));
      begin = end + 1;
    }
    return lines;
  }

  /** Adds the merges of a {@code tokenizer.json}; true if there were any. */
  static boolean merges(Path file, JsonParser parser, Merges.Pairs merges) throws Problem {
    boolean found = false;
    parser.nextToken();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean model = parser.currentName().equals("model");
      parser.nextToken();
      if (!model) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        boolean list = parser.currentName().equals("merges");
        if (parser.nextToken() == JsonToken.START_ARRAY && list) {
          list(file, parser, merges);
          found = true;
        } else {
          parser.skipChildren();
        }
      }
    }
    return found;
  }

  /** Merges are written {@code "a b"} or, in newer files, {@code ["a", "b"]}. */
  private static void list(Path file, JsonParser parser, Merges.Pairs merges) throws Problem {
    int number = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      number++;
      if (token == JsonToken.VALUE_STRING) {
        pair(file, parser.getString(), number, merges);
      } else {
        List<String> both = new ArrayList<>();
        while (token == JsonToken.START_ARRAY
            && both.size() < 3
            && parser.nextToken() == JsonToken.VALUE_STRING) {
          both.add(parser.getString());
        }
        if (both.size() != 2 || parser.currentToken() != JsonToken.END_ARRAY) {
          throw new Problem("tokenize.problem.pair", file, number);
        }
        merges.add(both.get(0), both.get(1));
      }
    }
  }
}
