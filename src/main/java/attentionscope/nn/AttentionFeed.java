package attentionscope.nn;

/** Which step of a decoder reads what attention has found, besides the output projection. */
public enum AttentionFeed {
  /** None. */
  NOTHING,
  /**
   * The next one: what a step has put out stands before the next step's input (input feeding, Luong
   * et al. 2015, section 3.3).
   */
  NEXT_STEP,
  /**
   * The step itself: the state before it asks, and the context stands before the step's input
   * (Bahdanau et al. 2014, appendix A.1.2).
   */
  OWN_STEP
}
