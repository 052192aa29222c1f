package attentionscope.lesson;

import java.util.Map;
import java.util.Set;

/**
 * What a learner has done in one lesson. Steps go by their names, so that it outlives changes of
 * the lesson.
 *
 * @param at the step that was shown last
 * @param visited the steps that were shown
 * @param attempts what was done about questions, by step
 */
public record LessonProgress(String at, Set<String> visited, Map<String, Attempt> attempts) {
  public LessonProgress {
    visited = Set.copyOf(visited);
    attempts = Map.copyOf(attempts);
  }

  static LessonProgress of(Player player) {
    return new LessonProgress(player.step().id(), player.visited(), player.attempts());
  }
}
