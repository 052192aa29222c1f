package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.view.Busy;
import attentionscope.view.Chrome;
import attentionscope.view.Fault;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.workspace.History;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one way round: an intent makes a new workspace, a worker makes its trace, and everybody who
 * listens is shown both. What was overtaken by a newer intent is dropped; what cannot be done
 * leaves everything as it was and says why. All methods are called on the window's thread.
 */
final class Session {

  /**
   * Where things are done.
   *
   * @param worker computes runs, one after the other
   * @param opener opens files, while the worker goes on with what is open
   * @param window shows them
   */
  record Threads(Executor worker, Executor opener, Executor window) {
    /** All at once, where it is asked for. */
    static final Threads INLINE = new Threads(Runnable::run, Runnable::run, Runnable::run);
  }

  private final Answers answers;
  private final Languages languages;
  private final Desk desk;
  private final History history = new History();
  private final List<Consumer<Shown>> listeners = new ArrayList<>();

  // what is asked for, and whose run was asked for last
  private Wish wanted;
  private Wish asked;
  private Optional<Intent> last = Optional.empty();

  // what is shown: an answer, or a part of one while the rest of its run is computed
  private Answer answer;
  private Optional<Answer> whole = Optional.empty();
  private Optional<Fault> fault = Optional.empty();
  private Texts texts;
  private Theme theme;
  private Chrome chrome = Chrome.START;

  /**
   * Returns once the first workspace is computed or, if that takes long, its first layers.
   *
   * @param progress what the learner has done before
   * @throws Problem when it cannot be computed
   */
  Session(
      Answers answers,
      Languages languages,
      Workspace start,
      Progress progress,
      Texts texts,
      Theme theme,
      Threads threads)
      throws Problem {
    this.answers = answers;
    this.languages = languages;
    this.desk = new Desk(threads);
    Wish begin = new Wish(start, progress);
    this.wanted = begin;
    this.asked = begin;
    this.texts = texts;
    this.theme = theme;
    FirstAnswer first = new FirstAnswer();
    desk.compute(
        meanwhile ->
            first.find(
                soFar -> answers.to(begin, Optional.empty(), texts, soFar),
                new Parts(meanwhile, this::show),
                now -> take(now, begin)),
        problem -> failed(new Fault(problem, Optional.empty())));
    this.answer = first.await();
    this.wanted = answer.wish();
    keep(answer);
    askForMore();
  }

  public Shown shown() {
    return new Shown(
        answer.wish().workspace(),
        answer.opened(),
        answer.trace(),
        answer.findings(),
        answer.outlook(),
        answer.sight(),
        answer.lecture(),
        answer.rides(),
        fault,
        answer.lessons(),
        texts,
        languages.all(),
        theme,
        chrome);
  }

  /** What the learner has done by now. */
  Progress progress() {
    return answer.wish().progress();
  }

  /** Shows what is shown now, and everything from now on. */
  public void subscribe(Consumer<Shown> listener) {
    listeners.add(listener);
    listener.accept(shown());
  }

  /** Tells what is worked at, and when nothing is any more. */
  public void subscribeBusy(Consumer<Optional<Busy>> listener) {
    desk.subscribe(listener);
  }

  /** Does what is asked for, sooner or later. */
  public void send(Intent intent) {
    switch (intent) {
      case Intent.Speak(String code) -> languages.find(code).ifPresent(this::speak);
      case Intent.Wear(Theme other) -> {
        theme = other;
        show();
      }
      case Intent.Fold(boolean folded) -> show(chrome.withFolded(folded));
      case Intent.Play(boolean playing) -> {
        show(chrome.withPlaying(playing));
        askForMore();
      }
      case Intent.Pace(double pace) -> show(chrome.withPace(pace));
      case Intent.Drive(var track) -> show(chrome.withTrack(track));
      case Intent.Dismiss() -> {
        fault = Optional.empty();
        show();
      }
      case Intent.Undo() ->
          history
              .undo(wanted.workspace())
              .ifPresent(before -> compute(wanted.with(before), intent));
      case Intent.Redo() ->
          history.redo(wanted.workspace()).ifPresent(after -> compute(wanted.with(after), intent));
      case Intent.Back() -> back(intent);
      case Intent.OpenFiles files -> open(files, files.place());
      case Intent.Try one -> open(one, texts.get("app.preparing"));
      case Intent.Teach one -> open(one, texts.get("app.preparing"));
      case Intent.Replan one -> open(one, texts.get("app.preparing"));
      case Intent.GoOn one -> open(one, texts.get("app.preparing"));
      case Intent.Save one -> save(one);
      case Intent.BeginAnew anew -> open(anew, texts.get("app.preparing"));
      case Intent.Open(View view) when view == View.TRAIN ->
          open(intent, texts.get("app.preparing"));
      case Intent.Cancel() -> cancel();
      default -> change(intent);
    }
  }

  /** Somebody edited the lessons; where one was, one stays. */
  void edited(Edited lessons) {
    ask(answers.edited(wanted, lessons), Optional.empty());
  }

  /** Says what went wrong elsewhere. */
  void complain(Fault other) {
    fault = Optional.of(other);
    show();
  }

  private void change(Intent intent) {
    Wish next;
    try {
      next = answers.wish(wanted, answer, intent);
    } catch (Problem problem) {
      refused(new Fault(problem, Optional.empty()));
      return;
    }
    if (next.equals(wanted) && fault.isEmpty()) {
      return;
    }
    if (!goesOn(intent) && !next.workspace().equals(wanted.workspace())) {
      history.remember(wanted.workspace());
    }
    compute(next, intent);
  }

  /** Typing a word, or dragging a slider or an arrow, is taken back as a whole. */
  private boolean goesOn(Intent intent) {
    return switch (intent) {
      case Intent.Retype now -> last.filter(Intent.Retype.class::isInstance).isPresent();
      case Intent.MoveTo now -> last.filter(Intent.MoveTo.class::isInstance).isPresent();
      case Intent.WriteTo now -> last.filter(Intent.WriteTo.class::isInstance).isPresent();
      case Intent.SearchTo now -> last.filter(Intent.SearchTo.class::isInstance).isPresent();
      case Intent.Choose now -> last.filter(Intent.Choose.class::isInstance).isPresent();
      case Intent.LookAt now -> true; // the run goes on by itself
      case Intent.Rewind now -> last.filter(Intent.Rewind.class::isInstance).isPresent();
      case Intent.Arrange now -> last.filter(Intent.Arrange.class::isInstance).isPresent();
      case Intent.Study(var lab) ->
          last.filter(Intent.Study.class::isInstance).isPresent()
              && lab.encoding() == wanted.workspace().lab().encoding();
      case Intent.Drag now ->
          last.orElse(now) != now
              && last.get() instanceof Intent.Drag before
              && before.movement() == now.movement();
      default -> false;
    };
  }

  /** To where one looked before. What was typed or switched stays. */
  private void back(Intent intent) {
    Workspace now = wanted.workspace();
    Optional<Workspace> before = history.undo(now);
    if (before.isPresent()) {
      if (before.get().runsAs(now) && before.get().place().equals(now.place())) {
        compute(wanted.with(before.get()), intent);
      } else {
        history.redo(before.get());
      }
    }
  }

  /** Asks for it, unless its run is under way: then one looks elsewhere in what there is of it. */
  private void compute(Wish next, Intent intent) {
    if (isUnderWay(next.workspace())) {
      last = Optional.of(intent);
      wanted = next;
      show(answer);
    } else {
      ask(next, Optional.of(intent));
    }
  }

  private boolean isUnderWay(Workspace next) {
    return !answer.isWhole()
        && desk.isComputing()
        && next.place().isEmpty()
        && next.runsAs(asked.workspace())
        && next.runsAs(answer.wish().workspace());
  }

  private void ask(Wish next, Optional<Intent> intent) {
    last = intent;
    wanted = next;
    Optional<Typed> draft =
        intent.flatMap(
            one ->
                one instanceof Intent.Retype retype
                    ? Optional.of(retype.input())
                    : Optional.empty());
    ask(now -> take(now, next), problem -> failed(new Fault(problem, draft)));
  }

  /** A part of what is being computed, as one looks at it by now. */
  private void show(Answer part) {
    boolean alike = wanted.workspace().runsAs(part.wish().workspace());
    keep(answers.soFar(alike ? wanted : part.wish(), part, texts));
    wanted = answer.wish();
    fault = Optional.empty();
    show();
  }

  /** What was asked for is there; who looks at it otherwise by now is shown that instead. */
  private void take(Answer now, Wish found) {
    boolean elsewhere =
        !answer.isWhole() && !wanted.equals(found) && wanted.workspace().runsAs(found.workspace());
    keep(now);
    if (elsewhere) {
      ask(wanted, last);
      return;
    }
    wanted = now.wish();
    fault = Optional.empty();
    show();
    askForMore();
  }

  private void keep(Answer now) {
    answer = now;
    whole = now.isWhole() ? Optional.of(now) : whole;
  }

  /** Writes, and changes nothing. */
  private void save(Intent.Save one) {
    Wish now = wanted;
    Answer before = answer;
    desk.open(
        one.place().toString(),
        () -> {
          answers.wish(now, before, one);
          return () -> {};
        },
        problem -> complain(new Fault(problem, Optional.empty())));
  }

  /** What is shown stays, and can be worked with, until the other is there. */
  private void open(Intent intent, String name) {
    Wish now = wanted;
    Answer before = answer;
    desk.open(
        name,
        () -> {
          Workspace there = answers.wish(now, before, intent).workspace();
          return () -> {
            history.remember(wanted.workspace());
            ask(wanted.with(there), Optional.of(intent));
          };
        },
        problem -> complain(new Fault(problem, Optional.empty())));
  }

  /** Gives up what is being opened; where nothing is, what is being computed. */
  private void cancel() {
    if (!desk.stopOpening()) {
      desk.stopComputing();
      restore();
      show();
    }
    desk.tell();
  }

  /** Everything says the same in other words; what the lesson says is worked out anew. */
  private void speak(Texts other) {
    texts = other;
    show();
    ask(
        now -> {
          keep(now);
          wanted = now.wish();
          show();
          askForMore();
        },
        problem -> failed(new Fault(problem, Optional.empty())));
  }

  private void ask(Consumer<Answer> good, Consumer<Problem> bad) {
    Wish next = wanted;
    asked = next;
    Answer before = answer;
    Texts words = texts;
    desk.compute(
        meanwhile -> {
          Answer now =
              answers.to(next, Optional.of(before), words, new Parts(meanwhile, this::show));
          return () -> good.accept(now);
        },
        bad);
  }

  /**
   * What takes longer than the answer follows it, unless something newer is asked for: while it
   * plays, that is soon.
   */
  private void askForMore() {
    if (chrome.playing()) {
      return;
    }
    Answer first = answer;
    desk.follow(
        () -> {
          Optional<Answer> more = answers.completed(first);
          return () ->
              more.filter(done -> answer.wish().equals(first.wish())).ifPresent(this::complete);
        },
        problem -> complain(new Fault(problem, Optional.empty())));
  }

  /** Between two pieces there is time for whatever else is asked for. */
  private void complete(Answer more) {
    keep(more);
    show();
    askForMore();
  }

  /** What came of a run before it failed is gone. */
  private void failed(Fault now) {
    restore();
    refused(now);
  }

  /** To what was shown before the run that is given up. */
  private void restore() {
    answer = whole.orElse(answer);
    wanted = answer.wish();
  }

  private void refused(Fault now) {
    wanted = answer.wish();
    fault = Optional.of(now);
    show(chrome.withPlaying(false));
  }

  private void show(Chrome now) {
    chrome = now;
    show();
  }

  private void show() {
    Shown now = shown();
    List.copyOf(listeners).forEach(listener -> listener.accept(now));
  }
}
