package attentionscope.lesson;

/** How far a learner is with a lesson. */
public enum Standing {
  NOT_BEGUN,
  BEGUN,
  /** Every step was seen and every question answered, or its answer asked for. */
  DONE
}
