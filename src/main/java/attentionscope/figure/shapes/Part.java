package attentionscope.figure.shapes;

/** The boxes of the diagram, in the order of computing. */
public enum Part {
  QUERY_INPUT,
  KEY_INPUT,
  VALUE_INPUT,
  QUERY_WEIGHT,
  QUERIES,
  KEY_WEIGHT,
  KEYS,
  VALUE_WEIGHT,
  VALUES,
  /** The queries of every head, as a stack of cards. */
  QUERY_CARDS,
  KEY_CARDS,
  VALUE_CARDS,
  HEAD_QUERIES,
  /** Stands transposed: d_k x T_k. */
  HEAD_KEYS,
  HEAD_VALUES,
  SCORES,
  SCALED,
  BIASED,
  MASKED,
  WEIGHTS,
  HEAD_OUTPUT,
  CONCAT,
  OUTPUT_WEIGHT,
  OUTPUT;

  /** Whether it is one of the matrices T_q x T_k between the scores and the weights. */
  boolean isInChain() {
    return compareTo(SCORES) >= 0 && compareTo(WEIGHTS) <= 0;
  }

  /** Whether it belongs to one head. */
  boolean isOfHead() {
    return compareTo(HEAD_QUERIES) >= 0 && compareTo(HEAD_OUTPUT) <= 0;
  }

  boolean isCards() {
    return this == QUERY_CARDS || this == KEY_CARDS || this == VALUE_CARDS;
  }
}
