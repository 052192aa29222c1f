package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model's input from a file of arrays under Hugging Face's names: {@code input_ids}, {@code
 * attention_mask}, {@code position_ids} and {@code token_type_ids} [batch, length], and the
 * decoder's ids and mask. What a model has no use for, it refuses itself.
 */
public final class InputArrays {

  /** No text has more positions, and no model more kinds of tokens. */
  private static final long LARGEST = 1L << 24;

  private InputArrays() {}

  /**
   * Reads the input.
   *
   * @throws Problem when an array is missing or has another shape, or holds what can't be meant
   */
  public static ModelInput read(ArrayFile file) throws Problem {
    Tokens ids = tokens(file, "input_ids", "attention_mask");
    Tokens source =
        ids.at(numbers(file, "position_ids", ids)).ofTypes(numbers(file, "token_type_ids", ids));
    Optional<Tokens> target =
        file.has("decoder_input_ids")
            ? Optional.of(tokens(file, "decoder_input_ids", "decoder_attention_mask"))
            : Optional.empty();
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

  /** A number for each token, or none where the file has none; one row may serve all samples. */
  private static List<Integer> numbers(ArrayFile file, String name, Tokens tokens) throws Problem {
    if (!file.has(name)) {
      return List.of();
    }
    boolean forAll = file.get(name, -1, -1).shape().size(0) == 1;
    long[] given = file.wholes(name, forAll ? 1 : tokens.samples(), tokens.length());
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < tokens.ids().size(); i++) {
      long number = given[i % given.length];
      if (number < 0 || number > LARGEST) {
        throw new Problem("checkpoint.problem.no-number", file.source(), name, number, LARGEST);
      }
      numbers.add((int) number);
    }
    return numbers;
  }
}
