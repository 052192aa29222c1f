package attentionscope.nn;

/** How well a decoder's state s and an encoder's state h fit each other. */
public enum AttentionScore {
  /** s·h (Luong et al. 2015, equation 8); both have one width. */
  DOT,
  /** s·h / √d (Vaswani et al. 2017, equation 1). */
  SCALED_DOT,
  /** s·W·h (Luong et al. 2015, equation 8). */
  GENERAL,
  /** v·tanh(W s + U h + b) (Bahdanau et al. 2014, appendix A.1.2). */
  ADDITIVE,
  /** v·tanh(W[s; h]) (Luong et al. 2015, equation 8): as additive, without b. */
  CONCAT
}
