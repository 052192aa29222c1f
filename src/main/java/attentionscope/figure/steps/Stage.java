package attentionscope.figure.steps;

import attentionscope.figure.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A stage of scaled dot-product attention (Vaswani et al. 2017, figure 2), in order. */
public enum Stage {
  /** Features of a query times features of a key. */
  PRODUCTS,
  /** The products added: QKᵀ. */
  SCORES,
  /** Divided by √d_k. */
  SCALE,
  /** A bias by position added, in models that have one. */
  BIAS,
  /** What may not be seen becomes −∞. */
  MASK,
  /** Each row becomes weights that sum to one. */
  SOFTMAX,
  /** The weighted sum of the values. */
  VALUES;

  /** Its word in ids of controls and keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The chip of this stage. */
  public Target.Control control() {
    return new Target.Control("steps.stage." + key());
  }

  /** The stage whose chip this is. */
  public static Optional<Stage> of(Target.Control control) {
    return Arrays.stream(values()).filter(stage -> stage.control().equals(control)).findFirst();
  }
}
