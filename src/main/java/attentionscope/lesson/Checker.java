package attentionscope.lesson;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Regions;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.Prose;
import attentionscope.lesson.prose.Section;
import attentionscope.lesson.prose.Target;
import attentionscope.lesson.question.Question;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fault;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays lessons in every language and names all that is wrong with them: what cannot be read, what
 * the run does not have, what is not true.
 */
public final class Checker {
  private final Runner runner;
  private final Collection<String> languages;

  /**
   * @param languages the codes of those that lessons have to be written in
   */
  public Checker(Runner runner, Collection<String> languages) {
    this.runner = runner;
    this.languages = List.copyOf(languages);
  }

  /**
   * Checks lessons.
   *
   * @param folder holds one folder a lesson, or is the folder of a lesson
   * @return by file and line; empty where all is well
   * @throws Problem if the folder cannot be read, or holds no lesson
   */
  public List<Fault> check(Path folder) throws Problem {
    Set<String> known = new LinkedHashSet<>();
    List<Path> lessons = Course.folders(folder);
    for (Path lesson : neighbours(folder, lessons)) {
      known.add(Lesson.idOf(lesson));
    }
    List<Fault> all = new ArrayList<>();
    for (Path lesson : lessons) {
      all.addAll(check(lesson, known));
    }
    return List.copyOf(all);
  }

  /**
   * Checks one lesson.
   *
   * @param folder of the lesson
   * @param known the ids of all lessons
   * @return by file and line; empty where all is well
   */
  public List<Fault> check(Path folder, Set<String> known) {
    Faults faults = new Faults();
    LessonReader.readWhatThereIs(folder, languages, faults)
        .ifPresent(read -> new OneLesson(read, known, faults).check());
    return faults.all();
  }

  /** The lessons that may be named: for a lesson checked alone, those beside it as well. */
  private static List<Path> neighbours(Path folder, List<Path> lessons) throws Problem {
    Path course = folder.toAbsolutePath().normalize().getParent();
    boolean alone = lessons.equals(List.of(folder));
    return alone && course != null ? Course.folders(course) : lessons;
  }

  /** The check of one lesson that could be read. */
  private final class OneLesson {
    private final Lesson lesson;
    private final Set<String> known;
    private final Faults faults;
    private Optional<Ran> last = Optional.empty();

    private record Ran(Workspace workspace, Trace trace) {}

    OneLesson(Lesson lesson, Set<String> known, Faults faults) {
      this.lesson = lesson;
      this.known = known;
      this.faults = faults;
    }

    void check() {
      lesson.needs().forEach(this::checkNeeded);
      Trace start;
      try {
        start = runner.run(lesson.start());
      } catch (Problem problem) {
        faults.add(lesson.file(), lesson.lines().of("start"), problem);
        return;
      }
      for (Step step : lesson.steps()) {
        try {
          Runs asked = runs(step.workspace(), start);
          Runs answered = runs(step.answered(), start);
          checkStep(step, asked, answered);
        } catch (Problem problem) {
          faults.add(lesson.file(), step.lines().of("id"), problem);
        }
      }
    }

    private Runs runs(Workspace workspace, Trace start) throws Problem {
      Optional<Ran> same = last.filter(ran -> ran.workspace().runsAs(workspace));
      Trace trace = same.isPresent() ? same.get().trace() : runner.run(workspace);
      last = Optional.of(new Ran(workspace, trace));
      return new Runs(trace, start, workspace.focus().map(Region::id));
    }

    private void checkNeeded(String id) {
      if (!known.contains(id)) {
        faults.unknown(
            lesson.file(), lesson.lines().of("needs"), "lesson.problem.no-lesson", id, known);
      } else if (id.compareTo(lesson.id()) >= 0) {
        faults.add(lesson.file(), lesson.lines().of("needs"), "lesson.problem.needs-later", id);
      }
    }

    private void checkStep(Step step, Runs asked, Runs answered) {
      checkFocus(step, "focus", step.workspace(), asked);
      checkHighlight(step, "highlight", step.workspace(), asked);
      if (step.lines().keys().containsKey("reveal")) {
        checkFocus(step, "reveal", step.answered(), answered);
        checkHighlight(step, "reveal", step.answered(), answered);
      }
      for (Claim claim : step.claims()) {
        try {
          if (!claim.expression().truth(claim.answered() ? answered : asked)) {
            faults.add(
                lesson.file(), claim.line(), "lesson.problem.untrue", claim.expression().text());
          }
        } catch (Problem problem) {
          faults.add(lesson.file(), claim.line(), problem);
        }
      }
      step.question()
          .ifPresent(
              question ->
                  question
                      .faults(asked, answered)
                      .forEach(
                          problem -> faults.add(lesson.file(), step.lines().of("ask"), problem)));
      for (String language : languages) {
        Map<String, Section> sections = lesson.texts().getOrDefault(language, Map.of());
        Optional.ofNullable(sections.get(step.id()))
            .ifPresent(section -> checkSection(language, section, asked, answered));
      }
    }

    private void checkFocus(Step step, String key, Workspace workspace, Runs runs) {
      workspace
          .focus()
          .ifPresent(region -> checkRegion(lesson.file(), step.lines().of(key), region, runs));
    }

    private void checkHighlight(Step step, String key, Workspace workspace, Runs runs) {
      for (Region region : workspace.highlight()) {
        checkRegion(lesson.file(), step.lines().of(key), region, runs);
      }
    }

    private void checkRegion(Path file, int line, Region region, Runs runs) {
      try {
        Regions.check(runs.shown(), region);
      } catch (Problem problem) {
        faults.add(file, line, problem);
      }
    }

    private void checkSection(String language, Section section, Runs asked, Runs answered) {
      checkProse(language, section.body(), asked);
      if (asked.shown() != answered.shown()) {
        checkProse(language, section.body(), answered);
      }
      section
          .parts()
          .forEach(
              (name, part) -> {
                checkProse(language, part.title(), asked);
                checkProse(language, part.body(), name.equals(Question.WHY) ? answered : asked);
              });
    }

    private void checkProse(String language, Prose prose, Runs runs) {
      prose.check(runs, faults);
      Path file = lesson.textFile(language);
      for (Prose.Pointed pointed : prose.targets()) {
        switch (pointed.target()) {
          case Target.Focus(Region region) -> checkRegion(file, pointed.line(), region, runs);
          case Target.OtherLesson(String id) -> {
            if (!known.contains(id)) {
              faults.unknown(file, pointed.line(), "lesson.problem.no-lesson", id, known);
            }
          }
          case Target.OfWindow _ -> {}
        }
      }
    }
  }
}
