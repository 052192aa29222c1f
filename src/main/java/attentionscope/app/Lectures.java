package attentionscope.app;

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
import attentionscope.view.Lecture;
import attentionscope.view.LessonCard;
import attentionscope.view.Ride;
import attentionscope.view.Track;
import attentionscope.workspace.Place;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lessons say to runs, and what becomes of wishes in them. Safe to use from several threads.
 */
final class Lectures {

  private static final int REMEMBERED = 16;

  private final Runner runner;
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

  Lectures(Runner runner, Course course) {
    this.runner = runner;
    this.lessons = new Edited(course, course.faults());
  }

  /**
   * What a lesson says.
   *
   * @param progress what the learner has done by now
   * @param lecture the step one is at
   * @param judging the runs that know the answer to the question that is asked
   * @param ride through the lesson's steps
   */
  record Said(
      Progress progress, Optional<Lecture> lecture, Optional<Runs> judging, Optional<Ride> ride) {}

  private Course here() {
    return lessons.course();
  }

  /**
   * Other lessons from now on.
   *
   * @return what the wish becomes: the same step, as it is now
   */
  Wish edited(Wish now, Edited edited) {
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

  /**
   * A step of a lesson.
   *
   * @throws Problem when there is no such lesson
   */
  Wish visit(Wish now, String id, int step) throws Problem {
    Lesson lesson = here().find(id).orElseThrow(() -> new Problem("app.problem.no-lesson", id));
    Player player = now.progress().at(lesson, step);
    Place place = new Place(lesson.id(), player.index());
    return new Wish(player.workspace().withPlace(Optional.of(place)), now.progress().with(player));
  }

  /** Another step of the lesson one is in. */
  Wish step(Wish now, int step) throws Problem {
    Optional<Place> place = now.workspace().place();
    return place.isPresent() ? visit(now, place.get().lesson(), step) : now;
  }

  /** The question that is asked is answered. */
  static Wish reply(Wish now, Answer shown, attentionscope.lesson.question.Answer answer)
      throws Problem {
    Optional<Runs> judging = shown.judging();
    Optional<Player> player = shown.lecture().map(Lecture::player);
    return player.isPresent() && judging.isPresent()
        ? after(now, player.get(), player.get().answer(answer, judging.get()))
        : now;
  }

  /** Help with the question that is asked. */
  static Wish hint(Wish now, Answer shown) {
    return asked(now, shown, Player::hint);
  }

  /** The question that is asked is given up. */
  static Wish reveal(Wish now, Answer shown) {
    return asked(now, shown, Player::reveal);
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

  /**
   * What the lesson that a wish stands in says to a run; nothing where it stands in none.
   *
   * @throws Problem when a run that the lesson speaks of cannot be computed
   */
  Said to(Wish wish, Trace trace, Texts texts) throws Problem {
    Workspace workspace = wish.workspace();
    Progress progress = wish.progress();
    Optional<Lesson> found = workspace.place().flatMap(place -> here().find(place.lesson()));
    if (workspace.place().isEmpty() || found.isEmpty()) {
      return new Said(progress, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Lesson lesson = found.get();
    Trace start = remembered(lesson.start());
    Runs runs = new Runs(trace, start, workspace.focus().map(Region::id));
    Player player = progress.at(lesson, workspace.place().get().step()).notice(runs);
    String language = texts.language().code();
    Lecture lecture =
        new Lecture(player, lesson.title(language), player.say(language, runs), lessons.of(lesson));
    Optional<Question> question = player.step().question();
    Optional<Runs> judging = Optional.empty();
    if (question.isPresent()) {
      boolean screen = question.get().judgesTheScreen();
      judging = Optional.of(screen ? runs : runsOf(player.step().answered(), start));
    }
    return new Said(
        progress.with(player),
        Optional.of(lecture),
        judging,
        Optional.of(new Ride(Track.LESSON, player.index(), lesson.steps().size())));
  }

  private Runs runsOf(Workspace workspace, Trace start) throws Problem {
    return new Runs(remembered(workspace), start, workspace.focus().map(Region::id));
  }

  private synchronized Trace remembered(Workspace workspace) throws Problem {
    Trace trace = known.get(workspace);
    if (trace == null) {
      trace = runner.run(workspace);
      known.put(workspace, trace);
    }
    return trace;
  }

  /** All lessons, to choose from. */
  List<LessonCard> cards(Progress progress, Texts texts) {
    return here().lessons().stream()
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
}
