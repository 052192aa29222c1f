package attentionscope.tokenize.decode;

import attentionscope.tokenize.piece.Unknown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Runs of pieces such as {@code <0xE2>} as the text of their bytes; U+FFFD for each otherwise. */
public final class ByteRuns implements Decoder {

  @Override
  public List<String> decode(List<String> pieces) {
    List<String> done = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (String piece : pieces) {
      OptionalInt value = Unknown.value(piece);
      if (value.isPresent()) {
        run.add(value.getAsInt());
      } else {
        end(run, done);
        done.add(piece);
      }
    }
    end(run, done);
    return done;
  }

  private static void end(List<Integer> run, List<String> done) {
    if (run.isEmpty()) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(run.size());
    run.forEach(value -> bytes.put(value.byteValue()));
    try {
      done.add(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException notText) {
      done.add("\uFFFD".repeat(run.size()));
    }
    run.clear();
  }
}
