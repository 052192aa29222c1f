package attentionscope.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What stands around the window.
 *
 * @param chooser asks for folders and files
 * @param recent what was opened last, the latest first
 * @param shipped names of the models that came with the program
 * @param disk looks after files, off the window's thread
 */
record Surroundings(
    Chooser chooser, Supplier<List<String>> recent, List<String> shipped, Executor disk) {
  static final Surroundings NONE =
      new Surroundings(Chooser.NOBODY, List::of, List.of(), Runnable::run);

  /** Models that can be opened by their names. */
  List<String> models() {
    return Stream.concat(recent.get().stream(), shipped.stream()).toList();
  }
}
