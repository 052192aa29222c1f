package attentionscope.app;

import attentionscope.view.Ride;
import attentionscope.view.Track;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.util.Optional;
import java.util.OptionalInt;

/** What becomes of a workspace while its model writes. */
final class Continued {

  private Continued() {}

  /**
   * Back or forth in what the model has written, or, one beyond its end, the token that comes next:
   * but only once it is known what that is.
   */
  static Workspace to(int count, Workspace workspace, Answer shown) {
    Writing writing = workspace.writing();
    int all = writing.written().size();
    if (count <= all || writing.shown() < all) {
      return workspace.withWriting(writing.showing(Math.min(count, all)));
    }
    return outlook(workspace, shown)
        .map(outlook -> workspace.withWriting(writing.with(outlook.next().token())))
        .orElse(workspace);
  }

  /** A token that the user has chosen comes next. */
  static Workspace by(int token, Workspace workspace, Answer shown) {
    return outlook(workspace, shown)
        .map(outlook -> workspace.withWriting(workspace.writing().with(token)))
        .orElse(workspace);
  }

  /** So many steps of the beam search are shown. */
  static Workspace searched(int step, Workspace workspace) {
    Writing writing = workspace.writing();
    return workspace.withWriting(
        writing.withBeams(writing.beams().withMoment(OptionalInt.of(step))));
  }

  /** How the workspace's text goes on; empty where it does not, or where that is not known yet. */
  private static Optional<Outlook> outlook(Workspace workspace, Answer shown) {
    Workspace before = shown.wish().workspace();
    boolean known =
        before.runsAs(workspace) && before.writing().choice().equals(workspace.writing().choice());
    return shown.outlook().filter(outlook -> known && outlook.ended().isEmpty());
  }

  /**
   * What is written can be gone through, and at its end gone on with. Lessons play themselves; in
   * them only the view of what is written plays that.
   */
  static Optional<Ride> ride(Workspace workspace, Optional<Outlook> outlook) {
    if (workspace.writing().way() == Writing.Way.BEAM) {
      return outlook
          .flatMap(Outlook::search)
          .map(
              search ->
                  new Ride(
                      Track.SEARCH, search.shown(workspace.writing().beams()), search.steps() + 1));
    }
    boolean here =
        workspace.view() == View.GENERATE
            || (workspace.view() != View.LESSONS && workspace.place().isEmpty());
    Writing writing = workspace.writing();
    int all = writing.written().size();
    return outlook
        .filter(there -> here)
        .map(there -> writing.shown() < all || there.ended().isEmpty() ? all + 2 : all + 1)
        .map(count -> new Ride(Track.WRITING, writing.shown(), count));
  }
}
