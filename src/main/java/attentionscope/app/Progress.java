package attentionscope.app;

import attentionscope.lesson.Lesson;
import attentionscope.lesson.Player;
import java.util.HashMap;
import java.util.Map;

/**
 * What the learner has seen and answered.
 *
 * @param players by lesson, as they stood when the lesson was left
 */
record Progress(Map<String, Player> players) {

  static final Progress NONE = new Progress(Map.of());

  Progress {
    players = Map.copyOf(players);
  }

  /** The lesson at a step, with what was answered there before; beyond the last step, at that. */
  Player at(Lesson lesson, int step) {
    Player known = players.getOrDefault(lesson.id(), Player.start(lesson));
    return known.jump(Math.clamp(step, 0, lesson.steps().size() - 1));
  }

  Progress with(Player player) {
    Map<String, Player> all = new HashMap<>(players);
    all.put(player.lesson().id(), player);
    return new Progress(all);
  }

  /** How many steps of a lesson were seen. */
  int visited(Lesson lesson) {
    Player player = players.get(lesson.id());
    return player == null ? 0 : player.visited().size();
  }
}
