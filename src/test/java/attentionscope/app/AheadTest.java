package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.lesson.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a window begins with may be opened before there is a window. */
class AheadTest {

  private static Program program;

  @BeforeAll
  static void load() throws Exception {
    program = Program.load(ProgramFolder.find());
  }

  private static Opening ahead(Opening opening) {
    return new Opening.Ahead(opening, program, Progress.NONE);
  }

  @Test
  void itIsTheSame() throws Exception {
    Opening opening = new Opening.OfModel("toy/translation");
    assertEquals(
        opening.workspace(program, Progress.NONE),
        ahead(opening).workspace(program, Progress.NONE));
  }

  @Test
  void whatIsWrongIsSaid() {
    Opening none = ahead(new Opening.OfModel("no/such/model"));
    Problem problem = assertThrows(Problem.class, () -> none.workspace(program, Progress.NONE));
    assertEquals("workspace.problem.no-model", problem.key());
  }
}
