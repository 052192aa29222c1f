package attentionscope.tokenize.pipeline;

/**
 * A token that is found in a text before anything else is done with it, such as {@code <mask>}.
 *
 * @param id its id
 * @param content what it reads
 * @param special whether it is no text: decoding leaves it out
 * @param normalized whether it is looked for after the text was normalized
 * @param alone whether no letter may stand beside it
 * @param takesLeft whether white space before it belongs to it
 * @param takesRight whether white space behind it does
 */
public record Added(
    int id,
    String content,
    boolean special,
    boolean normalized,
    boolean alone,
    boolean takesLeft,
    boolean takesRight) {

  /** A special token that is found as it stands. */
  public static Added special(int id, String content) {
    return new Added(id, content, true, false, false, false, false);
  }

  /** The same, with the white space before it. */
  public Added takingLeft() {
    return new Added(id, content, special, normalized, alone, true, takesRight);
  }
}
