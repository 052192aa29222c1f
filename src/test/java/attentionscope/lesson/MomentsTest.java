package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.steps.Moment;
import attentionscope.figure.steps.Step;
import attentionscope.figure.steps.StepsTimeline;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.CellRef;
import attentionscope.trace.TensorId;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far the calculation has been played at the steps of lesson 13. */
class MomentsTest {
  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final TensorId HEAD = TensorId.of("encoder.0.self.head.0");

  private record Shown(StepsTimeline timeline, Moment moment) {
    boolean knows(String leaf, int row, int column) {
      return timeline.knows(moment, new CellRef(HEAD.child(leaf), row, column));
    }
  }

  private static Shown shown(String id, boolean answered) throws Problem {
    Lesson lesson =
        Course.read(PROGRAM.lessons(), List.of("en", "ko"))
            .find("13-scaled-dot-product")
            .orElseThrow();
    attentionscope.lesson.Step step =
        lesson.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    Workspace workspace = answered ? step.answered() : step.workspace();
    StepsTimeline timeline =
        StepsTimeline.of(new Runner(new ModelLibrary(PROGRAM)).run(workspace), HEAD);
    return new Shown(timeline, timeline.at(workspace.moment(), workspace.focus()));
  }

  @Test
  void theLessonBeginsWithNothingComputedAndEndsWithAll() throws Problem {
    assertEquals(Step.START, shown("three-roles", false).moment().step());
    assertEquals(Step.DONE, shown("now-try", false).moment().step());
  }

  @Test
  void thePredictedRowIsHiddenUntilItIsAnswered() throws Problem {
    Shown asked = shown("predict", false);
    assertEquals(Step.START, asked.moment().step());
    assertFalse(asked.knows("scores", 1, 0));
    assertTrue(shown("predict", true).knows("scores", 1, 2));
  }

  @Test
  void theExponentialsAreShownBeforeTheirSum() throws Problem {
    Moment moment = shown("exponentials", false).moment();
    assertEquals(Step.EXP, moment.step());
    assertEquals(Optional.of(new CellRef(HEAD.child("weights"), 0, 2)), moment.cell());
  }

  @Test
  void theWeightAskedForIsHiddenUntilItIsAnswered() throws Problem {
    Shown asked = shown("share", false);
    assertTrue(asked.knows("weights", 0, 0) && !asked.knows("weights", 0, 1));
    assertTrue(shown("share", true).knows("weights", 0, 2));
  }
}
