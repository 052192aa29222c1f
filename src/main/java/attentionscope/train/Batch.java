package attentionscope.train;

import attentionscope.model.ModelInput;
import java.util.List;

/**
 * What one step learns from.
 *
 * @param input of the model, of several samples
 * @param targets for each row of the logits the id that should come there, or {@link #NOTHING}
 */
public record Batch(ModelInput input, List<Integer> targets) {

  /** In place of a target's id where nothing is to be learned. */
  public static final int NOTHING = -1;

  public Batch {
    targets = List.copyOf(targets);
    if (targets.size() % input.source().samples() != 0) {
      throw new IllegalArgumentException(
          targets.size() + " targets of " + input.source().samples() + " samples");
    }
  }

  public int samples() {
    return input.source().samples();
  }

  /** Some of the samples: from {@code from} up to, but without, {@code to}. */
  Batch samples(int from, int to) {
    int rows = targets.size() / samples();
    ModelInput part =
        new ModelInput(
            input.source().samples(from, to),
            input.target().map(target -> target.samples(from, to)),
            input.typed());
    return new Batch(part, targets.subList(from * rows, to * rows));
  }
}
