package attentionscope.app;

import attentionscope.lesson.expression.Runs;
import attentionscope.trace.Trace;
import attentionscope.view.Lecture;
import attentionscope.view.LessonCard;
import attentionscope.view.Ride;
import attentionscope.workspace.Computed;
import attentionscope.workspace.Findings;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.laboratory.Sight;
import java.util.List;
import java.util.Optional;

/**
 * What came of a wish.
 *
 * @param wish what was asked for
 * @param opened its model
 * @param computed the run of its workspace, or what there is of it while it is computed
 * @param outlook what the model would write next
 * @param sight what the laboratory shows besides, in its view
 * @param lecture what the lesson says to it
 * @param judging the runs that know the answer to the question that is asked
 * @param findings what was measured besides; it comes later
 * @param rides what can be played
 * @param lessons those that can be begun
 */
record Answer(
    Wish wish,
    OpenedModel opened,
    Computed computed,
    Optional<Outlook> outlook,
    Optional<Sight> sight,
    Optional<Lecture> lecture,
    Optional<Runs> judging,
    Optional<Findings> findings,
    List<Ride> rides,
    List<LessonCard> lessons) {
  Answer {
    rides = List.copyOf(rides);
    lessons = List.copyOf(lessons);
  }

  /** Whether there is nothing more to come of its run. */
  boolean isWhole() {
    return trace().isWhole();
  }

  Answer with(Findings found) {
    return new Answer(
        wish,
        opened,
        computed,
        outlook,
        sight,
        lecture,
        judging,
        Optional.of(found),
        rides,
        lessons);
  }

  /** The same with everything computed that it was behind with. */
  Answer with(Computed all, Optional<Outlook> next) {
    return new Answer(wish, opened, all, next, sight, lecture, judging, findings, rides, lessons);
  }

  /** The run of everything, or of what was there before the newest tokens were written. */
  Trace trace() {
    return computed.whole();
  }

  Answer with(Wish other) {
    return new Answer(
        other, opened, computed, outlook, sight, lecture, judging, findings, rides, lessons);
  }
}
