package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  @TempDir Path folder;

  private Lesson lesson(SmallLesson small) throws Problem {
    small.write(folder);
    return Course.read(folder, List.of("en", "ko")).find(SmallLesson.ID).orElseThrow();
  }

  @Test
  void aLessonIsDoneWhenEveryStepWasSeenAndEveryQuestionAnswered() throws Problem {
    Lesson lesson = lesson(new SmallLesson());
    assertEquals(Standing.NOT_BEGUN, Progress.NONE.standing(lesson));
    Progress begun = Progress.NONE.with(Player.start(lesson));
    assertEquals(Standing.BEGUN, begun.standing(lesson));
    Progress seen = begun.with(begun.at(lesson, 1).next());
    assertEquals(3, seen.visited(lesson));
    assertEquals(Standing.BEGUN, seen.standing(lesson));
    Progress done = seen.with(seen.at(lesson, 1).reveal());
    assertEquals(Standing.DONE, done.standing(lesson));
  }

  @Test
  void aLessonGoesOnWhereItWasLeft() throws Problem {
    Lesson lesson = lesson(new SmallLesson());
    assertEquals(0, Progress.NONE.stepOf(lesson));
    Progress left = Progress.NONE.with(Player.start(lesson).jump(1));
    assertEquals(1, left.stepOf(lesson));
    assertEquals(Optional.of(lesson.id()), left.last());
    assertEquals(2, left.at(lesson, 99).index());
  }

  @Test
  void stepsThatAreGoneAreForgottenAndNewOnesNotYetSeen() throws Problem {
    Lesson lesson = lesson(new SmallLesson());
    Progress old =
        new Progress(
            Map.of(lesson.id(), new LessonProgress("gone", Set.of("gone", "look"), Map.of())),
            Optional.empty());
    assertEquals(1, old.visited(lesson));
    assertEquals(0, old.stepOf(lesson));
    assertEquals(Standing.BEGUN, old.standing(lesson));
  }

  @Test
  void aQuestionThatWasEditedIsNotAnswered() throws Problem {
    Lesson before = lesson(new SmallLesson());
    Progress answered = Progress.NONE.with(Player.start(before).jump(1).reveal());
    Lesson same = lesson(new SmallLesson().with("en.md", "Which one?", "Which one is it?"));
    assertTrue(answered.after(before, same).at(same, 1).attempt().isDone());
    Lesson other = lesson(new SmallLesson().with("lesson.yaml", "row: 2", "row: 1"));
    assertFalse(answered.after(before, other).at(other, 1).attempt().isDone());
    assertEquals(2, answered.after(before, other).visited(other));
  }
}
