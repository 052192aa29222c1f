package attentionscope.app;

import attentionscope.figure.paint.FontMeasure;
import attentionscope.figure.paint.Formulas;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import attentionscope.lesson.Checker;
import attentionscope.lesson.Course;
import attentionscope.lesson.Lesson;
import attentionscope.view.Drawer;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.yaml.Fault;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What every window of the program is made of.
 *
 * @param folder where it lies
 * @param course its lessons
 * @param runner computes runs
 * @param laboratory where models are trained; the runner's library lends their snapshots
 * @param drawer draws figures
 */
public record Program(
    ProgramFolder folder,
    Languages languages,
    Course course,
    Runner runner,
    Laboratory laboratory,
    Drawer drawer) {

  /**
   * Reads languages, lessons and fonts. JavaFX need not run yet.
   *
   * @throws Problem when a part of the program is missing or can't be read
   */
  public static Program load(ProgramFolder folder) throws Problem {
    // TeX's fonts take half a second to read, off everybody's way.
    Formulas formulas = new Formulas();
    Thread.ofPlatform().daemon().name("formulas").start(formulas::warm);
    Languages languages = Languages.load(folder);
    Course course =
        Course.read(folder.lessons(), languages.all().stream().map(Language::code).toList());
    Laboratory laboratory = new Laboratory(folder);
    return new Program(
        folder,
        languages,
        course,
        new Runner(new ModelLibrary(folder, laboratory)),
        laboratory,
        new Drawer(FontMeasure.load(folder), formulas));
  }

  /**
   * A lesson by its folder's name.
   *
   * @throws Problem when there is none of that name, or it has faults: the first of them
   */
  public Lesson lesson(String id) throws Problem {
    Optional<Lesson> found = course.find(id);
    if (found.isPresent()) {
      return found.get();
    }
    for (Fault fault : course.faults()) {
      if (fault.file().startsWith(folder.lessons().resolve(id))) {
        throw fault.asProblem();
      }
    }
    List<String> known = course.lessons().stream().map(Lesson::id).toList();
    List<String> near = Nearest.names(id, known, 3);
    throw new Problem(
        "app.problem.no-lesson", id, String.join(", ", near.isEmpty() ? known : near));
  }

  /**
   * The lesson that a learner begins with.
   *
   * @throws Problem when every lesson has faults: the first of them
   */
  public Lesson firstLesson() throws Problem {
    if (course.lessons().isEmpty()) {
      throw course.faults().getFirst().asProblem();
    }
    return course.lessons().getFirst();
  }

  Answers answers() {
    return new RunAnswers(runner, laboratory, course);
  }

  /** Reads lessons again when they are edited, once it is started. */
  LessonWatch watch(Consumer<Edited> told) {
    List<String> codes = languages.all().stream().map(Language::code).toList();
    return new LessonWatch(folder.lessons(), course, codes, new Checker(runner, codes), told);
  }
}
