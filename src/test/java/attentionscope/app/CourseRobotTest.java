package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.lesson.Lesson;
import attentionscope.lesson.Standing;
import attentionscope.lesson.Step;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A robot takes every lesson through the real window, in every language. It answers each question
 * wrong once and right once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourseRobotTest {

  private Program program;

  @BeforeAll
  void load() throws Exception {
    program = TestWindow.program();
  }

  Stream<Arguments> lessons() {
    return program.languages().all().stream()
        .flatMap(
            language ->
                program.course().lessons().stream()
                    .map(lesson -> Arguments.of(lesson.id(), language.code())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("lessons")
  void isTakenToItsEnd(String id, String language) throws Exception {
    Lesson lesson = program.lesson(id);
    TestWindow window = TestWindow.open(program, id, 0);
    try {
      Learner learner = new Learner(window, program.runner(), lesson);
      learner.hears(language);
      for (int index = 0; index < lesson.steps().size(); index++) {
        Step step = lesson.steps().get(index);
        learner.goesTo(index);
        assertEquals(learner.told().title(), heading(window), step.id());
        if (step.question().isPresent()) {
          isAnswered(learner, step.id());
        }
      }
      assertEquals(Standing.DONE, window.window.session().progress().standing(lesson));
    } finally {
      window.close();
    }
  }

  private static String heading(TestWindow window) throws Exception {
    return window.find(".lesson-heading", Label.class).getText();
  }

  private static void isAnswered(Learner learner, String step) throws Exception {
    assertFalse(learner.sees(".why"), step);

    learner.answersWrong();
    assertFalse(learner.attempt().isDone(), step);
    assertTrue(learner.sees(".reply"), "why that is wrong is said: " + step);
    assertFalse(learner.sees(".why"), step);

    learner.answersRight();
    assertTrue(learner.attempt().isRight(), step);
    assertTrue(learner.sees(".why"), "why it is so is said: " + step);
    assertFalse(learner.sees(".reply"), step);
  }
}
