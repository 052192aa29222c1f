package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Player;
import attentionscope.lesson.Progress;
import attentionscope.workspace.Place;
import attentionscope.workspace.Workspace;
import java.util.Optional;

/** What a window begins with. */
public sealed interface Opening {

  /** The workspace to begin with. */
  Workspace workspace(Program program) throws Problem;

  /**
   * A step of a lesson.
   *
   * @param lesson the name of its folder
   * @param step from 0
   */
  record OfLesson(String lesson, int step) implements Opening {
    @Override
    public Workspace workspace(Program program) throws Problem {
      Lesson found = program.lesson(lesson);
      Player player = Progress.NONE.at(found, step);
      return player.workspace().withPlace(Optional.of(new Place(found.id(), player.index())));
    }
  }

  /** A workspace as it is. */
  record Of(Workspace given) implements Opening {
    @Override
    public Workspace workspace(Program program) {
      return given;
    }
  }
}
