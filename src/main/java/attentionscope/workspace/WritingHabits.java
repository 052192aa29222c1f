package attentionscope.workspace;

import attentionscope.checkpoint.GenerationConfig;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the files of a model want it to write. What is wrong with them is said when it is to write;
 * it can be looked at all the same.
 *
 * @param said what the files say, if they could be read
 * @param fault why they could not
 * @param longestAnswer words after which a decoder has said all, where that is known
 */
record WritingHabits(
    Optional<GenerationConfig> said, Optional<Problem> fault, Optional<Integer> longestAnswer) {

  /** There are no files: a model of this program writes as its vocabulary says. */
  static final WritingHabits OWN =
      new WritingHabits(Optional.empty(), Optional.empty(), Optional.empty());

  /** A model of this program that may know how long its answers are. */
  static WritingHabits own(Optional<Integer> longestAnswer) {
    return new WritingHabits(Optional.empty(), Optional.empty(), longestAnswer);
  }

  /** What a folder says. */
  static WritingHabits of(Path folder) {
    try {
      return new WritingHabits(
          Optional.of(GenerationConfig.read(folder)), Optional.empty(), Optional.empty());
    } catch (Problem fault) {
      return new WritingHabits(Optional.empty(), Optional.of(fault), Optional.empty());
    }
  }

  /**
   * What the files say; empty where there are none.
   *
   * @throws Problem what is wrong with them
   */
  Optional<GenerationConfig> known() throws Problem {
    if (fault.isPresent()) {
      throw fault.get();
    }
    return said;
  }
}
