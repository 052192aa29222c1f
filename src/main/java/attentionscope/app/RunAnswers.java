package attentionscope.app;

import attentionscope.figure.recurrent.Unrolled;
import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.lesson.Course;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Player;
import attentionscope.lesson.Progress;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.question.Question;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Lecture;
import attentionscope.view.LessonCard;
import attentionscope.view.Ride;
import attentionscope.view.Track;
import attentionscope.workspace.Computed;
import attentionscope.workspace.Findings;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Place;
import attentionscope.workspace.PositionFindings;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Search;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.WorkspaceFile;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.recurrent.RecurrentFindings;
import attentionscope.workspace.recurrent.RecurrentStudies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers from runs of the models and from the lessons. */
final class RunAnswers implements Answers {

  private static final int REMEMBERED = 16;
  private static final String WORKSPACE = ".yaml";

  /** After so many milliseconds there is something to see of a model that was not seen before. */
  private static final long SOON = 100;

  /** So long an older run of the same model is better to look at than a part of the new one. */
  private static final long LATER = 1000;

  private final Runner runner;
  private final RecurrentStudies studies;
  private final Trained trained;
  private volatile Edited lessons;

  /** Runs that lessons begin with or end in; they are asked for at every step. */
  private final Map<Workspace, Trace> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Workspace, Trace> eldest) {
          return size() > REMEMBERED;
        }
      };

  RunAnswers(Runner runner, Laboratory laboratory, Course course) {
    this.runner = runner;
    studies = new RecurrentStudies(runner);
    this.trained = new Trained(laboratory, runner.library());
    this.lessons = new Edited(course, course.faults());
  }

  @Override
  public Wish wish(Wish now, Answer shown, Intent intent) throws Problem {
    Workspace workspace = now.workspace();
    return switch (intent) {
      case Intent.Focus(var region) -> now.with(lookingAt(workspace, shown.trace(), region));
      case Intent.Study(var lab) -> now.with(workspace.withLab(lab));
      case Intent.Retype(var input) -> now.with(workspace.withInput(input));
      case Intent.Turn(var knobs) -> now.with(workspace.withKnobs(knobs));
      case Intent.Backwards(boolean gradients, var region) ->
          now.with(
              workspace
                  .withKnobs(workspace.knobs().withGradients(gradients))
                  .withFocus(region)
                  .withView(View.ATTENTION));
      case Intent.Change(var changes) -> now.with(workspace.withChanges(changes));
      case Intent.Drag(var changes, long movement) -> now.with(workspace.withChanges(changes));
      case Intent.OpenModel(String model) ->
          now.with(
              workspace
                  .withModel(model, runner.library().open(model).example())
                  .withPlace(Optional.empty()));
      case Intent.Open(var view) when view == View.TRAIN ->
          now.with(trained.enter(workspace).withView(view));
      case Intent.Try(var experiment) -> now.with(trained.begin(workspace, experiment));
      case Intent.Teach(String task) -> now.with(trained.teach(workspace, task));
      case Intent.Replan(String name, String value) ->
          now.with(trained.replan(workspace, name, value));
      case Intent.BeginAnew() -> now.with(trained.reset(workspace));
      case Intent.Train(var order) -> {
        trained.order(order);
        yield now;
      }
      case Intent.TrainAt(int pace) -> {
        trained.laboratory().pace(pace);
        yield now;
      }
      case Intent.LookAt(String snapshot) -> now.with(trained.at(snapshot, workspace));
      case Intent.Rewind(int place) -> now.with(trained.rewind(place, workspace));
      case Intent.Open(var view) -> now.with(seen(workspace, view));
      case Intent.OpenFiles(String place) -> now.with(opened(workspace, place));
      case Intent.Inspect(var tensor) -> now.with(workspace.withTensor(tensor));
      case Intent.Calculate(var region) ->
          now.with(workspace.withFocus(region).withView(View.STEPS));
      case Intent.Enlarge(var region) ->
          now.with(workspace.withFocus(region).withView(View.ATTENTION));
      case Intent.Arrange(var heads) ->
          now.with(workspace.withLook(workspace.look().withHeads(heads)));
      case Intent.Resize(var sizes) -> now.with(workspace.withSizes(sizes));
      case Intent.MoveTo(int moment) -> now.with(Calculation.to(moment, workspace, shown.trace()));
      case Intent.WriteTo(int count) -> now.with(Continued.to(count, workspace, shown));
      case Intent.Write(int token) -> now.with(Continued.by(token, workspace, shown));
      case Intent.Follow(var written) ->
          now.with(workspace.withWriting(workspace.writing().withWritten(written, written.size())));
      case Intent.SearchTo(int step) -> now.with(Continued.searched(step, workspace));
      case Intent.Choose(var writing) -> now.with(workspace.withWriting(writing));
      case Intent.Below(var panel) ->
          now.with(workspace.withLook(workspace.look().withRecurrent(panel)));
      case Intent.Through(String model) -> now.with(through(workspace, model));
      case Intent.Transpose() ->
          now.with(workspace.withLook(workspace.look().withTransposed(!transposed(workspace))));
      case Intent.Visit(String id, int step) -> at(now, lesson(id), step);
      case Intent.Step(int step) -> {
        Optional<Place> place = workspace.place();
        yield place.isPresent() ? at(now, lesson(place.get().lesson()), step) : now;
      }
      case Intent.Reply(var answer) -> {
        Optional<Runs> judging = shown.judging();
        Optional<Player> player = shown.lecture().map(Lecture::player);
        yield player.isPresent() && judging.isPresent()
            ? after(now, player.get(), player.get().answer(answer, judging.get()))
            : now;
      }
      case Intent.Hint() -> asked(now, shown, Player::hint);
      case Intent.Reveal() -> asked(now, shown, Player::reveal);
      default -> now;
    };
  }

  @Override
  public Wish edited(Wish now, Edited edited) {
    Course before = lessons.course();
    lessons = edited;
    Progress progress = now.progress();
    for (Lesson old : before.lessons()) {
      Optional<Lesson> same = edited.course().find(old.id());
      progress = same.isPresent() ? progress.after(old, same.get()) : progress;
    }
    Optional<Place> place = now.workspace().place();
    Optional<Lesson> old = place.flatMap(there -> before.find(there.lesson()));
    Optional<Lesson> fresh = place.flatMap(there -> edited.course().find(there.lesson()));
    if (old.isEmpty() || fresh.isEmpty()) {
      return new Wish(now.workspace(), progress);
    }
    Player was = now.progress().at(old.get(), place.get().step());
    Player is = progress.at(fresh.get(), fresh.get().nearest(was.step(), was.index()));
    boolean sameSight = was.workspace().withPlace(place).equals(is.workspace().withPlace(place));
    Workspace workspace = sameSight ? now.workspace() : is.workspace();
    Place stays = new Place(fresh.get().id(), is.index());
    return new Wish(workspace.withPlace(Optional.of(stays)), progress.with(is));
  }

  /** A model goes on with a text only where it has not written it in the run itself. */
  private static Workspace seen(Workspace workspace, View view) {
    return view == View.GENERATE
        ? workspace.withView(view).withKnobs(workspace.knobs().withTeacher(true))
        : workspace.withView(view);
  }

  /** The same text, read by another model. */
  private static Workspace through(Workspace workspace, String model) {
    Knobs knobs = Knobs.MODEL.withTeacher(workspace.knobs().teacher());
    return workspace
        .withModel(model, workspace.input())
        .withKnobs(knobs)
        .withPlace(Optional.empty());
  }

  /** What lies there, looked at as a whole; how things are drawn stays as it was chosen. */
  private Workspace opened(Workspace workspace, String place) throws Problem {
    if (place.endsWith(WORKSPACE)) {
      return WorkspaceFile.read(Path.of(place));
    }
    OpenedModel opened = runner.library().reopen(place);
    return workspace
        .withModel(place, opened.example())
        .withPlace(Optional.empty())
        .withView(opened.beginsWith());
  }

  /**
   * In the positions view a cell's position is the one that is looked at; in the shapes view the
   * way through an attention stays where it is while one looks at others of its matrices; in the
   * view of what is written a head that was looked at stays while one looks at probabilities; an
   * unrolled network is looked at without being played any further.
   */
  private static Workspace lookingAt(Workspace workspace, Trace trace, Region region) {
    Workspace focused = workspace.withFocus(region);
    return switch (workspace.view()) {
      case POSITIONS -> focused.withLab(workspace.lab().lookingAt(region));
      case SHAPES ->
          workspace.moment().isPresent() && isSameAttention(workspace, trace, region)
              ? focused.withMoment(workspace.moment().getAsInt())
              : focused;
      case GENERATE -> focused.withWriting(workspace.lookedAt());
      case RECURRENT ->
          workspace.moment().isPresent()
              ? focused.withMoment(workspace.moment().getAsInt())
              : focused;
      case LESSONS, MODEL, ATTENTION, STEPS, PLANE, HEADS, TRAIN -> focused;
    };
  }

  private static boolean isSameAttention(Workspace workspace, Trace trace, Region region) {
    return FocusedHead.of(trace, workspace.focus())
        .map(FocusedHead::site)
        .equals(FocusedHead.of(trace, Optional.of(region)).map(FocusedHead::site));
  }

  private interface Asking {
    Player ask(Player player);
  }

  private static Wish asked(Wish now, Answer shown, Asking asking) {
    return shown
        .lecture()
        .filter(lecture -> lecture.spoken().asked().isPresent())
        .map(Lecture::player)
        .map(player -> after(now, player, asking.ask(player)))
        .orElse(now);
  }

  /**
   * Something was done about a question. Only an answer that is known changes the picture, and not
   * one that the picture itself is.
   */
  private static Wish after(Wish now, Player before, Player player) {
    boolean solved = player.attempt().isDone() && !before.attempt().isDone();
    boolean built =
        player.attempt().isRight()
            && player.step().question().filter(Question::judgesTheScreen).isPresent();
    Workspace workspace =
        solved && !built ? player.workspace().withPlace(now.workspace().place()) : now.workspace();
    return new Wish(workspace, now.progress().with(player));
  }

  private static boolean transposed(Workspace workspace) {
    return workspace.look().transposed();
  }

  private Lesson lesson(String id) throws Problem {
    return lessons.course().find(id).orElseThrow(() -> new Problem("app.problem.no-lesson", id));
  }

  private static Wish at(Wish now, Lesson lesson, int step) {
    Player player = now.progress().at(lesson, step);
    Place place = new Place(lesson.id(), player.index());
    return new Wish(player.workspace().withPlace(Optional.of(place)), now.progress().with(player));
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
    Optional<Lesson> lesson = place.flatMap(there -> lessons.course().find(there.lesson()));
    List<Ride> rides = new ArrayList<>();
    Progress progress = wish.progress();
    Optional<Lecture> lecture = Optional.empty();
    Optional<Runs> judging = Optional.empty();
    if (place.isPresent() && lesson.isPresent()) {
      Player player = wish.progress().at(lesson.get(), place.get().step());
      Trace start = remembered(lesson.get().start());
      Runs runs = new Runs(trace, start, workspace.focus().map(Region::id));
      player = player.notice(runs);
      progress = progress.with(player);
      String language = texts.language().code();
      lecture =
          Optional.of(
              new Lecture(
                  player,
                  lesson.get().title(language),
                  player.say(language, runs),
                  lessons.of(lesson.get())));
      Optional<Question> question = player.step().question();
      if (question.isPresent()) {
        judging =
            Optional.of(
                question.get().judgesTheScreen() ? runs : runsOf(player.step().answered(), start));
      }
      rides.add(new Ride(Track.LESSON, player.index(), lesson.get().steps().size()));
    }
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
    Wish answered = new Wish(workspace, progress);
    return new Answer(
        answered,
        opened,
        computed,
        outlook,
        trained.sight(workspace, trace),
        lecture,
        judging,
        same.flatMap(Answer::findings),
        rides,
        cards(progress, texts));
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
        cards(wish.progress(), texts));
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

  private Runs runsOf(Workspace workspace, Trace start) throws Problem {
    return new Runs(remembered(workspace), start, workspace.focus().map(Region::id));
  }

  private List<LessonCard> cards(Progress progress, Texts texts) {
    return lessons.course().lessons().stream()
        .map(
            lesson ->
                new LessonCard(
                    lesson.id(),
                    lesson.title(texts.language().code()),
                    lesson.minutes(),
                    lesson.steps().size(),
                    progress.visited(lesson),
                    progress.standing(lesson),
                    progress.stepOf(lesson)))
        .toList();
  }

  private synchronized Trace remembered(Workspace workspace) throws Problem {
    Trace trace = known.get(workspace);
    if (trace == null) {
      trace = runner.run(workspace);
      known.put(workspace, trace);
    }
    return trace;
  }
}
