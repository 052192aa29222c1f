package attentionscope.tokenize.read;

/**
 * Which of the two texts of a translating model is read; both are one where it has one vocabulary.
 */
public enum Side {
  /** What the encoder reads, or all there is to read. */
  SOURCE,
  /**
   * What the decoder writes; its tokens end with the end of the sentence where the family has one.
   */
  TARGET
}
