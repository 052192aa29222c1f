package attentionscope.workspace;

import java.util.Locale;

/**
 * The switches of a run.
 *
 * @param scale whether scores are divided by √d_k
 * @param mask who may look at whom
 * @param positions whether positions are added
 * @param gradients whether the run goes backwards, too
 */
public record Knobs(boolean scale, Mask mask, boolean positions, boolean gradients) {

  /** Every switch as the model has it. */
  public static final Knobs MODEL = new Knobs(true, Mask.MODEL, true, false);

  /** Who may look at whom. */
  public enum Mask {
    /** As the model has it. */
    MODEL,
    /** Everybody may look at everything. */
    NONE,
    /** Nobody may look at what comes later; padding stays hidden. */
    LOOK_AHEAD;

    /** Its word in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Knobs withScale(boolean on) {
    return new Knobs(on, mask, positions, gradients);
  }

  public Knobs withMask(Mask choice) {
    return new Knobs(scale, choice, positions, gradients);
  }

  public Knobs withPositions(boolean on) {
    return new Knobs(scale, mask, on, gradients);
  }

  public Knobs withGradients(boolean on) {
    return new Knobs(scale, mask, positions, on);
  }
}
