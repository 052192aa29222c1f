package attentionscope.app;

import attentionscope.figure.recurrent.Unrolled;
import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.lesson.Course;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import attentionscope.view.Intent;
import attentionscope.view.Ride;
import attentionscope.workspace.Computed;
import attentionscope.workspace.Findings;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Place;
import attentionscope.workspace.PositionFindings;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Search;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.recurrent.RecurrentFindings;
import attentionscope.workspace.recurrent.RecurrentStudies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers from runs of the models and from the lessons. */
final class RunAnswers implements Answers {

  /** After so many milliseconds there is something to see of a model that was not seen before. */
  private static final long SOON = 100;

  /** So long an older run of the same model is better to look at than a part of the new one. */
  private static final long LATER = 1000;

  private final Runner runner;
  private final RecurrentStudies studies;
  private final Trained trained;
  private final Lectures lectures;
  private final Wishes wishes;

  RunAnswers(Runner runner, Laboratory laboratory, Course course) {
    this.runner = runner;
    studies = new RecurrentStudies(runner);
    this.trained = new Trained(laboratory, runner.library());
    this.lectures = new Lectures(runner, course);
    this.wishes = new Wishes(runner.library(), trained, lectures);
  }

  @Override
  public Wish wish(Wish now, Answer shown, Intent intent) throws Problem {
    return wishes.of(now, shown, intent);
  }

  @Override
  public Wish edited(Wish now, Edited edited) {
    return lectures.edited(now, edited);
  }

  @Override
  public Answer to(Wish wish, Optional<Answer> before, Texts texts, Consumer<Answer> soFar)
      throws Problem {
    Workspace workspace = wish.workspace();
    OpenedModel opened = runner.library().open(workspace.model());
    Optional<Answer> older = before.filter(one -> one.isWhole() && one.opened().equals(opened));
    Optional<Answer> same =
        older.filter(one -> !one.computed().isBehind() && one.wish().workspace().runsAs(workspace));
    Optional<Place> place = workspace.place();
    Watcher watcher =
        place.isPresent()
            ? Watcher.NOBODY // a lesson speaks of the whole run
            : new Watcher(
                older.isPresent() ? LATER : SOON,
                part -> soFar.accept(part(wish, opened, Computed.whole(part), texts)));
    Computed computed =
        same.isPresent() ? same.get().computed() : computed(workspace, older, watcher);
    Trace trace = computed.whole();
    Lectures.Said said = lectures.to(wish, trace, texts);
    List<Ride> rides = new ArrayList<>(said.ride().stream().toList());
    Calculation.ride(workspace, trace).ifPresent(rides::add);
    boolean known =
        same.filter(one -> one.wish().workspace().writing().equals(workspace.writing()))
            .filter(one -> one.wish().workspace().view() == workspace.view())
            .isPresent();
    Optional<Search> search =
        older
            .filter(one -> one.wish().workspace().searchesAs(workspace))
            .flatMap(Answer::outlook)
            .flatMap(Outlook::search);
    Optional<Outlook> outlook =
        known ? same.get().outlook() : runner.outlook(workspace, computed, search);
    rides.addAll(trained.rides(workspace, Continued.ride(workspace, outlook)));
    return new Answer(
        new Wish(workspace, said.progress()),
        opened,
        computed,
        outlook,
        trained.sight(workspace, trace),
        said.lecture(),
        said.judging(),
        same.flatMap(Answer::findings),
        rides,
        lectures.cards(said.progress(), texts));
  }

  /** A step more of what was computed before, where it goes on; or a run. */
  private Computed computed(Workspace workspace, Optional<Answer> older, Watcher watcher)
      throws Problem {
    Optional<Computed> further =
        older.isPresent() && workspace.place().isEmpty()
            ? runner.further(older.get().wish().workspace(), older.get().computed(), workspace)
            : Optional.empty();
    return further.isPresent() ? further.get() : runner.compute(workspace, watcher);
  }

  @Override
  public Answer soFar(Wish wish, Answer answer, Texts texts) {
    return part(wish, answer.opened(), answer.computed(), texts);
  }

  private Answer part(Wish wish, OpenedModel opened, Computed part, Texts texts) {
    return new Answer(
        wish,
        opened,
        part,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rides(wish.workspace(), part.whole()),
        lectures.cards(wish.progress(), texts));
  }

  /** Nothing can be played of a head that is not there yet. */
  private static List<Ride> rides(Workspace workspace, Trace part) {
    Optional<Region> late = workspace.focus().filter(focus -> part.find(focus.id()).isEmpty());
    return late.isPresent() ? List.of() : Calculation.ride(workspace, part).stream().toList();
  }

  @Override
  public Optional<Answer> completed(Answer answer) throws Problem {
    Workspace workspace = answer.wish().workspace();
    if (answer.computed().isBehind()) {
      Computed all = runner.compute(workspace, Watcher.NOBODY);
      Optional<Search> search = answer.outlook().flatMap(Outlook::search);
      return Optional.of(answer.with(all, runner.outlook(workspace, all, search)));
    }
    return findings(workspace, answer).map(answer::with);
  }

  private Optional<Findings> findings(Workspace workspace, Answer answer) throws Problem {
    return switch (workspace.view()) {
      case POSITIONS ->
          answer.findings().isEmpty()
              ? Optional.of(PositionFindings.of(workspace, runner))
              : Optional.empty();
      case RECURRENT -> recurrent(workspace, answer).map(found -> found);
      default -> Optional.empty();
    };
  }

  private Optional<RecurrentFindings> recurrent(Workspace workspace, Answer answer) throws Problem {
    Optional<RecurrentFindings> known =
        answer
            .findings()
            .filter(RecurrentFindings.class::isInstance)
            .map(RecurrentFindings.class::cast);
    return Unrolled.of(answer.trace()).isPresent()
        ? studies.next(workspace, known)
        : Optional.empty();
  }
}
