package attentionscope.trace;

/** Where a number comes from that nothing in the run computed. */
public sealed interface Origin {

  /** Drawn at random: the whole matrix follows from this seed. */
  record Seed(long seed) implements Origin {}

  /**
   * Read from a file.
   *
   * @param file its name, without folders
   * @param tensor what the file calls it
   */
  record File(String file, String tensor) implements Origin {}

  /** Written down by whoever made the model, to be read and understood. */
  record Handmade() implements Origin {}

  /** What the user typed: the id a token has in the vocabulary. */
  record Typed() implements Origin {}

  /**
   * Learned by a training that goes on, or could.
   *
   * @param steps how many had been taken by then
   */
  record Learned(int steps) implements Origin {}

  /** Computed in an earlier step of the same run, which has written some tokens since. */
  record Earlier() implements Origin {}

  /** A rule that follows from the input alone, such as a mask or a position. */
  record Rule() implements Origin {}
}
