package attentionscope.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What stands around the window.
 *
 * @param chooser asks for folders and files
 * @param recent what was opened last, the latest first
 * @param disk looks after files, off the window's thread
 */
record Surroundings(Chooser chooser, Supplier<List<String>> recent, Executor disk) {
  static final Surroundings NONE = new Surroundings(Chooser.NOBODY, List::of, Runnable::run);
}
