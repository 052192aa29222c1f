package attentionscope.workspace;

import attentionscope.checkpoint.GenerationConfig;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the files of a checkpoint want it to write. What is wrong with them is said when it is to
 * write; it can be looked at all the same.
 *
 * @param said what the files say, if they could be read
 * @param fault why they could not
 */
record WritingHabits(Optional<GenerationConfig> said, Optional<Problem> fault) {

  /** There are no files: a model of this program writes as its vocabulary says. */
  static final WritingHabits OWN = new WritingHabits(Optional.empty(), Optional.empty());

  /** What a folder says. */
  static WritingHabits of(Path folder) {
    try {
      return new WritingHabits(Optional.of(GenerationConfig.read(folder)), Optional.empty());
    } catch (Problem fault) {
      return new WritingHabits(Optional.empty(), Optional.of(fault));
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
