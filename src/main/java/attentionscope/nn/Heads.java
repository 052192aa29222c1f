package attentionscope.nn;

/**
 * The heads of an attention and their widths.
 *
 * @param count how many ask
 * @param asked how many different keys and values there are; as many heads in a row share them
 *     (grouped queries, Ainslie et al. 2023; with one, multi-query attention, Shazeer 2019)
 * @param dK width of a head's queries and keys, free of d_model
 * @param dV width of a head's values
 */
public record Heads(int count, int asked, int dK, int dV) {

  public Heads {
    if (count < 1 || asked < 1 || count % asked != 0) {
      throw new IllegalArgumentException(count + " heads can't share " + asked + " keys");
    }
  }

  /** Every head has keys and values of its own. */
  public static Heads of(int count, int dK, int dV) {
    return new Heads(count, count, dK, dV);
  }

  /** Which of the keys and values a head asks. */
  int group(int head) {
    return head / (count / asked);
  }
}
