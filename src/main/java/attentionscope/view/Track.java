package attentionscope.view;

/** What the transport plays. */
public enum Track {
  /** The lesson, a step at a time. */
  LESSON,
  /** The calculation of the steps view, a moment at a time. */
  CALCULATION,
  /** What the model writes, a token at a time. */
  WRITING,
  /** A beam search, a step at a time. */
  SEARCH,
  /** A model's training, a snapshot at a time. */
  TRAINING
}
