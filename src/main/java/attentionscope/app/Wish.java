package attentionscope.app;

import attentionscope.lesson.Progress;
import attentionscope.workspace.Workspace;

/**
 * What is asked for.
 *
 * @param workspace what to look at
 * @param progress what the learner has done in lessons
 */
record Wish(Workspace workspace, Progress progress) {
  Wish with(Workspace other) {
    return new Wish(other, progress);
  }
}
