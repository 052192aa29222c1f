package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Player;
import attentionscope.lesson.Progress;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Place;
import attentionscope.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a window begins with. */
public sealed interface Opening {

  /**
   * The workspace to begin with.
   *
   * @param progress what the learner has done before
   */
  Workspace workspace(Program program, Progress progress) throws Problem;

  /** Where the learner left off; the first lesson there is, where nothing was begun. */
  record WhereLeft() implements Opening {
    @Override
    public Workspace workspace(Program program, Progress progress) throws Problem {
      Optional<Lesson> last = progress.last().flatMap(program.course()::find);
      Lesson lesson = last.isPresent() ? last.get() : program.firstLesson();
      return at(lesson, progress.stepOf(lesson), progress);
    }
  }

  /**
   * A step of a lesson.
   *
   * @param lesson the name of its folder
   * @param step from 0
   */
  record OfLesson(String lesson, int step) implements Opening {
    @Override
    public Workspace workspace(Program program, Progress progress) throws Problem {
      return at(program.lesson(lesson), step, progress);
    }
  }

  /**
   * A model with its example.
   *
   * @param model the name of one that came with the program, or a folder or a file
   */
  record OfModel(String model) implements Opening {
    @Override
    public Workspace workspace(Program program, Progress progress) throws Problem {
      OpenedModel opened = program.runner().library().open(model);
      return Workspace.of(model, opened.example()).withView(opened.beginsWith());
    }
  }

  /** A workspace as it is. */
  record Of(Workspace given) implements Opening {
    @Override
    public Workspace workspace(Program program, Progress progress) {
      return given;
    }
  }

  /** Another, which is opened while JavaFX starts. */
  final class Ahead implements Opening {
    private final CompletableFuture<Workspace> found = new CompletableFuture<>();

    Ahead(Opening opening, Program program, Progress progress) {
      Thread.ofPlatform()
          .daemon()
          .name("opening")
          .start(
              () -> {
                try {
                  found.complete(opening.workspace(program, progress));
                } catch (Problem | RuntimeException | Error failure) {
                  found.completeExceptionally(failure);
                }
              });
    }

    @Override
    public Workspace workspace(Program program, Progress progress) throws Problem {
      try {
        return found.join();
      } catch (CompletionException failed) {
        if (failed.getCause() instanceof Problem problem) {
          throw problem;
        }
        throw failed;
      }
    }
  }

  private static Workspace at(Lesson lesson, int step, Progress progress) {
    Player player = progress.at(lesson, step);
    return player.workspace().withPlace(Optional.of(new Place(lesson.id(), player.index())));
  }
}
