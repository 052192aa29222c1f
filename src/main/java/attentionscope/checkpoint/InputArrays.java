package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's input from a file of arrays under Hugging Face's names: {@code input_ids} and {@code
 * attention_mask} [batch, length], and the decoder's.
 */
public final class InputArrays {

  private InputArrays() {}

  /**
   * Reads the input.
   *
   * @throws Problem when an array is missing or has another shape, or the file asks for something
   *     that this program's own models do not have
   */
  public static ModelInput read(ArrayFile file) throws Problem {
    Tokens source = tokens(file, "input_ids", "attention_mask");
    Optional<Tokens> target =
        file.has("decoder_input_ids")
            ? Optional.of(tokens(file, "decoder_input_ids", "decoder_attention_mask"))
            : Optional.empty();
    plain(file, "token_type_ids", source, false);
    plain(file, "position_ids", source, true);
    return new ModelInput(source, target, file.source().getFileName().toString());
  }

  private static Tokens tokens(ArrayFile file, String idsName, String maskName) throws Problem {
    long[] ids = file.wholes(idsName, -1, -1);
    List<Long> shape = file.get(idsName).shape().sizes();
    if (ids.length == 0) {
      throw new Problem("checkpoint.problem.empty-input", file.source(), idsName);
    }
    long[] mask =
        file.has(maskName) ? file.wholes(maskName, shape.get(0), shape.get(1)) : new long[0];
    List<Integer> tokens = new ArrayList<>();
    List<Boolean> padding = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] > Integer.MAX_VALUE) {
        throw new Problem("checkpoint.problem.no-id", file.source(), idsName, ids[i]);
      }
      tokens.add((int) ids[i]);
      padding.add(mask.length > 0 && mask[i] == 0);
    }
    return Tokens.unlabelled(Math.toIntExact(shape.getFirst()), tokens, padding);
  }

  /** Our own models count positions from 0 and know one kind of token; nothing else is ignored. */
  private static void plain(ArrayFile file, String name, Tokens source, boolean counting)
      throws Problem {
    if (!file.has(name)) {
      return;
    }
    long[] given = file.wholes(name, source.samples(), source.length());
    for (int i = 0; i < given.length; i++) {
      if (given[i] != (counting ? i % source.length() : 0)) {
        throw new Problem("checkpoint.problem.not-plain", file.source(), name);
      }
    }
  }
}
