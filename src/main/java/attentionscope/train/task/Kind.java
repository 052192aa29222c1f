package attentionscope.train.task;

/** What is to be learned of a sample. */
public enum Kind {
  /** From one sequence to another: source {@code a b c}, target {@code c b a}. */
  PAIRS,
  /**
   * The next word of every place: source {@code <start> a b}, target {@code a b <end>}, of equal
   * length. Both vocabularies are the same.
   */
  TEXT,
  /**
   * The words behind {@code <mask>}: source {@code a <mask> c}, target {@code a b c}, of equal
   * length. Both vocabularies are the same.
   */
  MASKED,
  /** One class for a whole sequence: the target is one word, the class. */
  LABEL,
  /** One class for each word: the target is as long as the source. */
  TAGS
}
