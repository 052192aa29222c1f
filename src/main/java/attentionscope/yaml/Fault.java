package attentionscope.yaml;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import java.nio.file.Path;

/**
 * Something wrong in a lesson.
 *
 * @param file where it stands
 * @param line from 1
 * @param problem what is wrong, and where there is one, the nearest right name
 */
public record Fault(Path file, int line, Problem problem) {

  /** What is wrong, as a sentence; control characters of the file are left out. */
  public String message(Texts texts) {
    return texts.say(problem).replaceAll("\\p{Cntrl}", " ");
  }

  /** File, line and what is wrong, on one line. */
  public String say(Texts texts) {
    return file + ":" + line + ": " + message(texts);
  }

  /** The fault as a problem of its own, for those who want the first one only. */
  public Problem asProblem() {
    return new Problem(problem, "yaml.problem.fault", file, Integer.toString(line), problem);
  }
}
