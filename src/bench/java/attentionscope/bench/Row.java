package attentionscope.bench;

import attentionscope.files.Problem;

/** One piece of work, done by us and by a peer. */
interface Row {

  /** Does it once; what comes back keeps everything that was computed alive. */
  Object ours() throws Problem;

  /** Does the same on the peer's side. */
  void peer();

  /**
   * Does both and compares the results.
   *
   * @throws Problem when our side refuses the input
   * @throws DifferentResults when they differ by more than rounding
   */
  void compare() throws Problem;
}
