package attentionscope.tokenize.decode;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.ByteLetters;
import attentionscope.tokenize.text.SafePattern;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns pieces into what they read, piece by piece; what it gives is one text when joined. */
@FunctionalInterface
public interface Decoder {
  /** As they are, with spaces between. */
  Decoder SPACED = pieces -> List.of(String.join(" ", pieces));

  /** All as one. */
  Decoder FUSED = pieces -> List.of(String.join("", pieces));

  /** From the letters of bytes; bytes that are no characters become U+FFFD. */
  Decoder FROM_BYTES =
      pieces -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pieces.forEach(piece -> bytes.writeBytes(ByteLetters.bytes(piece)));
        return List.of(bytes.toString(StandardCharsets.UTF_8));
      };

  /**
   * What the pieces read.
   *
   * @throws Problem if a pattern of the tokenizer's file takes too long
   */
  List<String> decode(List<String> pieces) throws Problem;

  /** One after the other. */
  static Decoder sequence(List<Decoder> steps) {
    List<Decoder> all = List.copyOf(steps);
    return pieces -> {
      List<String> done = pieces;
      for (Decoder step : all) {
        done = step.decode(done);
      }
      return done;
    };
  }

  /** Marks are spaces; the one at the very front, where it was put in, is nothing. */
  static Decoder marked(String mark, boolean inFront) {
    return pieces -> {
      List<String> done = new ArrayList<>();
      for (String piece : pieces) {
        done.add(piece.replace(mark, done.isEmpty() && inFront ? "" : " "));
      }
      return done;
    };
  }

  /** A sign at the end of words is a space, and nothing behind the last. */
  static Decoder ended(String sign) {
    return pieces -> {
      List<String> done = new ArrayList<>();
      for (String piece : pieces) {
        done.add(piece.replace(sign, done.size() == pieces.size() - 1 ? "" : " "));
      }
      return done;
    };
  }

  /** {@code content} wherever the pattern finds something. */
  static Decoder replaced(SafePattern pattern, String content) {
    return pieces -> {
      List<String> done = new ArrayList<>();
      for (String piece : pieces) {
        StringBuilder text = new StringBuilder();
        for (SafePattern.Span span : pattern.spans(piece)) {
          text.append(span.found() ? content : piece.substring(span.begin(), span.end()));
        }
        done.add(text.toString());
      }
      return done;
    };
  }

  /** Without so many of a letter at the start and at the end of each piece. */
  static Decoder stripped(char letter, int start, int stop) {
    return pieces ->
        pieces.stream()
            .map(
                piece -> {
                  int begin = 0;
                  while (begin < Math.min(start, piece.length()) && piece.charAt(begin) == letter) {
                    begin++;
                  }
                  int end = piece.length();
                  while (end > Math.max(begin, piece.length() - stop)
                      && piece.charAt(end - 1) == letter) {
                    end--;
                  }
                  return piece.substring(begin, end);
                })
            .toList();
  }
}
