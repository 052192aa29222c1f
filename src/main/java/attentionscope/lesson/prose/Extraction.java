package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes live numbers and formulas out of a text and leaves one private character for each, so that
 * Markdown sees neither the stars of {@code q[0,*]} nor the underscores of TeX. Code stays as it
 * is.
 */
final class Extraction {
  /** The first of the characters that stand for pieces. */
  private static final char FIRST = '\uE000';

  private static final int MOST = 400;

  private final String source;
  private final Path file;
  private final Faults faults;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int line;
  private int at;

  Extraction(String source, Path file, int firstLine, Faults faults) {
    this.source = source;
    this.file = file;
    this.faults = faults;
    this.line = firstLine;
    lines.add(firstLine);
    run();
  }

  /** The text for Markdown. */
  String text() {
    return text.toString();
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** The line of the file on which a line of {@link #text} began. */
  int lineOf(int index) {
    return lines.get(Math.min(index, lines.size() - 1));
  }

  /** The piece a character stands for. */
  static Optional<Integer> index(char c, int pieces) {
    return c >= FIRST && c < FIRST + pieces ? Optional.of(c - FIRST) : Optional.empty();
  }

  private void run() {
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean lineStart = at == 0 || source.charAt(at - 1) == '\n';
      if (lineStart && source.startsWith("```", at)) {
        int end = source.indexOf("\n```", at);
        copy(end < 0 ? source.length() : end + 4);
      } else if (c == '`') {
        int run = 1;
        while (at + run < source.length() && source.charAt(at + run) == '`') {
          run++;
        }
        int end = source.indexOf("`".repeat(run), at + run);
        copy(end < 0 ? at + run : end + run);
      } else if (c == '\\' && at + 1 < source.length()) {
        copy(at + 2);
      } else if (source.startsWith("{{", at)) {
        live();
      } else if (source.startsWith("$$", at)) {
        formula("$$");
      } else if (c == '$') {
        formula("$");
      } else if (Character.getType(c) == Character.PRIVATE_USE
          || (Character.isISOControl(c) && c != '\n' && c != '\t')) {
        faults.add(file, line, "lesson.problem.character", "U+%04X".formatted((int) c));
        at++;
      } else {
        copy(at + 1);
      }
    }
  }

  private void copy(int to) {
    for (; at < to; at++) {
      text.append(source.charAt(at));
      if (source.charAt(at) == '\n') {
        lines.add(++line);
      }
    }
  }

  private void live() {
    int end = source.indexOf("}}", at);
    if (end < 0 || source.substring(at, end).contains("\n")) {
      faults.add(file, line, "lesson.problem.open-braces");
      at += 2;
      return;
    }
    int start = line;
    parse(source.substring(at + 2, end), start)
        .ifPresent(live -> leave(new Piece.OfRun(start, live)));
    at = end + 2;
  }

  private void formula(String mark) {
    int end = source.indexOf(mark, at + mark.length());
    String body = end < 0 ? "" : source.substring(at + mark.length(), end);
    if (end < 0 || body.contains("\n\n") || (mark.length() == 1 && body.contains("\n"))) {
      faults.add(file, line, "lesson.problem.open-formula", mark);
      at += mark.length();
      return;
    }
    int start = line;
    List<Piece.Tex> parts = new ArrayList<>();
    int from = 0;
    for (int open = body.indexOf("{{"); open >= 0; open = body.indexOf("{{", from)) {
      int close = body.indexOf("}}", open);
      if (close < 0) {
        faults.add(file, start, "lesson.problem.open-braces");
        break;
      }
      parts.add(new Piece.Tex.Plain(body.substring(from, open)));
      parse(body.substring(open + 2, close), start)
          .ifPresent(live -> parts.add(new Piece.Tex.Filled(live)));
      from = close + 2;
    }
    parts.add(new Piece.Tex.Plain(body.substring(from)));
    leave(new Piece.Formula(start, mark.length() == 2, List.copyOf(parts)));
    line += (int) body.chars().filter(c -> c == '\n').count();
    at = end + mark.length();
  }

  private Optional<Live> parse(String inside, int where) {
    try {
      return Optional.of(Live.parse(inside));
    } catch (Problem problem) {
      faults.add(file, where, problem);
      return Optional.empty();
    }
  }

  private void leave(Piece piece) {
    if (pieces.size() == MOST) {
      faults.add(file, piece.line(), "lesson.problem.pieces", MOST);
    }
    if (pieces.size() < MOST) {
      text.append((char) (FIRST + pieces.size()));
      pieces.add(piece);
    }
  }
}
