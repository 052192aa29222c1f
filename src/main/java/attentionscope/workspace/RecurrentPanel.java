package attentionscope.workspace;

import java.util.Locale;

/** What stands below an unrolled recurrent network. */
public enum RecurrentPanel {
  /** The alignment, and the gates and states of one step. */
  STEP,
  /** How much the loss changes with each step of the input. */
  GRADIENTS,
  /** How many answers are right, by the length of the input. */
  LENGTHS,
  /** The same text through other models of the same task. */
  MODELS;

  /** Its word in files and keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
