package attentionscope.figure.shapes;

import java.util.Locale;

/** What a moment of the shapes figure does. */
public enum Step {
  /** What comes in. */
  START,
  /** X·W_Q. */
  QUERIES,
  /** X·W_K. */
  KEYS,
  /** X·W_V. */
  VALUES,
  /** Columns are dealt out to the heads. */
  SPLIT,
  /** Positions turn queries and keys. */
  TURN,
  /** The head's keys are laid on their side. */
  TRANSPOSE,
  /** Q·Kᵀ. */
  SCORES,
  /** ÷ √d_k. */
  SCALE,
  /** A bias by position. */
  BIAS,
  MASK,
  SOFTMAX,
  /** Weights times values. */
  MIX,
  /** The heads side by side. */
  CONCAT,
  /** Times W_O. */
  PROJECT,
  /** Everything, and what it took. */
  DONE;

  /** Its word in keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
