package attentionscope.view;

import attentionscope.language.Language;
import attentionscope.language.Texts;
import attentionscope.trace.Trace;
import attentionscope.workspace.Findings;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.laboratory.Sight;
import java.util.List;
import java.util.Optional;

/**
 * All that the window shows at one moment.
 *
 * @param workspace what is looked at
 * @param opened its model
 * @param trace the run of exactly this workspace; while its model writes and does not pause, that
 *     of what was there when it began, whose rows are the same
 * @param findings what was measured besides, as far as it is known
 * @param outlook what the model would write next, where it writes
 * @param sight what the laboratory shows of a snapshot besides its run, in its view
 * @param lecture the step of a lesson that the workspace stands in
 * @param rides what the transport can play here
 * @param fault what went wrong last, until something goes right
 * @param lessons those that can be begun
 * @param texts the words of the language spoken
 * @param languages all there are
 */
public record Shown(
    Workspace workspace,
    OpenedModel opened,
    Trace trace,
    Optional<Findings> findings,
    Optional<Outlook> outlook,
    Optional<Sight> sight,
    Optional<Lecture> lecture,
    List<Ride> rides,
    Optional<Fault> fault,
    List<LessonCard> lessons,
    Texts texts,
    List<Language> languages,
    Theme theme,
    Chrome chrome) {

  public Shown {
    rides = List.copyOf(rides);
    lessons = List.copyOf(lessons);
    languages = List.copyOf(languages);
  }

  /** What the transport plays: what was chosen, where that can be played. */
  public Optional<Ride> ride() {
    return rides.stream()
        .filter(ride -> ride.track() == chrome.track())
        .findFirst()
        .or(() -> rides.stream().findFirst());
  }

  /** Whether the matrices of the model's files are looked at, rather than its run. */
  public boolean looksAtFiles() {
    boolean asked = workspace.tensor().isPresent() || trace.nodes().isEmpty();
    return workspace.view() == View.MODEL && opened.card().tensors().isPresent() && asked;
  }

  public String text(String key, Object... args) {
    return texts.get(key, args);
  }
}
