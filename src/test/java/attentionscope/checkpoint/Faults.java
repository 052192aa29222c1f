package attentionscope.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/** Expects problems that name their file and can be said in every language. */
final class Faults {
  private Faults() {}

  static Problem assertProblem(String key, Path file, Executable reading) {
    Problem problem = assertThrows(Problem.class, reading);
    assertEquals(key, problem.key(), problem.getMessage());
    try {
      Languages languages = Languages.load(ProgramFolder.find());
      for (Language language : languages.all()) {
        String said = languages.find(language.code()).orElseThrow().say(problem);
        assertTrue(said.contains(file.toString()), said);
      }
    } catch (Problem e) {
      throw new AssertionError(e);
    }
    return problem;
  }
}
