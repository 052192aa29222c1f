package attentionscope.nn;

/**
 * Which projections of an attention have biases.
 *
 * @param asking those of queries, keys and values
 * @param output that of the result
 */
public record Biases(boolean asking, boolean output) {

  /** All or none. */
  public static Biases all(boolean biased) {
    return new Biases(biased, biased);
  }
}
