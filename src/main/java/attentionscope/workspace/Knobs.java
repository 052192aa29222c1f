package attentionscope.workspace;

import java.util.Locale;

/**
 * The switches of a run.
 *
 * @param scale whether scores are divided by √d_k
 * @param mask who may look at whom
 * @param positions whether positions are added
 * @param gradients whether the run goes backwards, too
 * @param teacher whether a recurrent decoder reads the target that was typed (teacher forcing);
 *     else it reads what it has said itself, and nothing can go backwards through that
 * @param otherEnd whether a recurrent encoder begins at the other end than its model does
 */
public record Knobs(
    boolean scale,
    Mask mask,
    boolean positions,
    boolean gradients,
    boolean teacher,
    boolean otherEnd) {

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

  /** What is not said of a recurrent model is as the model has it. */
  public Knobs(boolean scale, Mask mask, boolean positions, boolean gradients) {
    this(scale, mask, positions, gradients, true, false);
  }

  public Knobs withScale(boolean on) {
    return new Knobs(on, mask, positions, gradients, teacher, otherEnd);
  }

  public Knobs withMask(Mask choice) {
    return new Knobs(scale, choice, positions, gradients, teacher, otherEnd);
  }

  public Knobs withPositions(boolean on) {
    return new Knobs(scale, mask, on, gradients, teacher, otherEnd);
  }

  /** Going backwards needs a target. */
  public Knobs withGradients(boolean on) {
    return new Knobs(scale, mask, positions, on, teacher || on, otherEnd);
  }

  /** Without a target nothing goes backwards. */
  public Knobs withTeacher(boolean on) {
    return new Knobs(scale, mask, positions, gradients && on, on, otherEnd);
  }

  public Knobs withOtherEnd(boolean on) {
    return new Knobs(scale, mask, positions, gradients, teacher, on);
  }
}
