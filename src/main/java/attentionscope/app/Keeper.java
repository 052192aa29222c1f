package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Progress;

/** Keeps what is to be there at the next start. Called on a thread that may wait for a disk. */
public interface Keeper {

  /**
   * Keeps what the user chose.
   *
   * @throws Problem when it can't be kept
   */
  void keep(Preferences preferences) throws Problem;

  /**
   * Keeps what the learner has done.
   *
   * @throws Problem when it can't be kept
   */
  void keep(Progress progress) throws Problem;
}
