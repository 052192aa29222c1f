package attentionscope.lesson;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the learner has seen and answered in all lessons.
 *
 * @param lessons by their names
 * @param last the lesson that was open last
 */
public record Progress(Map<String, LessonProgress> lessons, Optional<String> last) {

  public static final Progress NONE = new Progress(Map.of(), Optional.empty());

  public Progress {
    lessons = Map.copyOf(lessons);
  }

  /** The lesson at a step, with what was answered there before; beyond the last step, at that. */
  public Player at(Lesson lesson, int step) {
    Player start = Player.start(lesson);
    Player known =
        Optional.ofNullable(lessons.get(lesson.id()))
            .map(before -> new Player(lesson, 0, before.attempts(), before.visited()))
            .orElse(start);
    return known.jump(Math.clamp(step, 0, lesson.steps().size() - 1));
  }

  /** The step of a lesson at which it was left; the first one where it was not begun. */
  public int stepOf(Lesson lesson) {
    String at = Optional.ofNullable(lessons.get(lesson.id())).map(LessonProgress::at).orElse("");
    return Math.max(0, ids(lesson).indexOf(at));
  }

  public Progress with(Player player) {
    Map<String, LessonProgress> all = new HashMap<>(lessons);
    all.put(player.lesson().id(), LessonProgress.of(player));
    return new Progress(all, Optional.of(player.lesson().id()));
  }

  /** How many steps of a lesson were seen. */
  public int visited(Lesson lesson) {
    Set<String> visited =
        Optional.ofNullable(lessons.get(lesson.id())).map(LessonProgress::visited).orElse(Set.of());
    return (int) ids(lesson).stream().filter(visited::contains).count();
  }

  public Standing standing(Lesson lesson) {
    LessonProgress known = lessons.get(lesson.id());
    if (known == null || visited(lesson) == 0) {
      return Standing.NOT_BEGUN;
    }
    boolean answered =
        lesson.steps().stream()
            .filter(step -> step.question().isPresent())
            .allMatch(step -> known.attempts().getOrDefault(step.id(), Attempt.NONE).isDone());
    return answered && visited(lesson) == lesson.steps().size() ? Standing.DONE : Standing.BEGUN;
  }

  /**
   * The same after a lesson was edited: a question that asks something else now was not answered
   * yet.
   */
  public Progress after(Lesson before, Lesson now) {
    LessonProgress known = lessons.get(now.id());
    if (known == null) {
      return this;
    }
    Map<String, Step> old =
        before.steps().stream().collect(Collectors.toMap(Step::id, step -> step));
    Map<String, Attempt> attempts = new LinkedHashMap<>(known.attempts());
    for (Step step : now.steps()) {
      Step was = old.get(step.id());
      if (was == null || !was.question().equals(step.question())) {
        attempts.remove(step.id());
      }
    }
    Map<String, LessonProgress> all = new HashMap<>(lessons);
    all.put(now.id(), new LessonProgress(known.at(), known.visited(), attempts));
    return new Progress(all, last);
  }

  private static List<String> ids(Lesson lesson) {
    return lesson.steps().stream().map(Step::id).toList();
  }
}
