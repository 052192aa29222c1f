package attentionscope.figure.shapes;

/**
 * A matrix product of an attention.
 *
 * @param step that computes it
 * @param left a × b
 * @param right b × c
 * @param result a × c
 * @param check the sizes
 * @param times how many heads do it
 * @param samples how many sentences it is done for
 */
public record SizedProduct(
    Step step, Part left, Part right, Part result, SizeCheck check, int times, int samples) {

  /** Of all heads and sentences. */
  public long multiplyAdds() {
    return check.multiplyAdds() * times * samples;
  }
}
