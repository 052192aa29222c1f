package attentionscope.lesson;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.prose.Section;
import attentionscope.lesson.question.Answer;
import attentionscope.lesson.question.Question;
import attentionscope.workspace.Workspace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A lesson being played: a value, changed by making another. Every step is complete in itself, so
 * going back and jumping need no memory of the way.
 *
 * @param lesson what is played
 * @param index the step, from 0
 * @param attempts what was done about questions, by step id
 * @param visited the ids of the steps that were shown
 */
public record Player(Lesson lesson, int index, Map<String, Attempt> attempts, Set<String> visited) {

  public Player {
    if (index < 0 || index >= lesson.steps().size()) {
      throw new IllegalArgumentException("no step " + index + " in " + lesson.id());
    }
    attempts = Map.copyOf(attempts);
    visited = Set.copyOf(visited);
  }

  /** At the first step. */
  public static Player start(Lesson lesson) {
    return new Player(lesson, 0, Map.of(), Set.of()).jump(0);
  }

  public Step step() {
    return lesson.steps().get(index);
  }

  public boolean isFirst() {
    return index == 0;
  }

  public boolean isLast() {
    return index == lesson.steps().size() - 1;
  }

  /** The next step; at the last one the same. */
  public Player next() {
    return isLast() ? this : jump(index + 1);
  }

  /** The step before; at the first one the same. */
  public Player back() {
    return isFirst() ? this : jump(index - 1);
  }

  /**
   * Any step.
   *
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public Player jump(int step) {
    Set<String> shown = new HashSet<>(visited);
    shown.add(lesson.steps().get(Objects.checkIndex(step, lesson.steps().size())).id());
    return new Player(lesson, step, attempts, shown);
  }

  /** What was done about this step's question. */
  public Attempt attempt() {
    return attempts.getOrDefault(step().id(), Attempt.NONE);
  }

  /** Everything there is to see now, or when one comes back to it. */
  public Workspace workspace() {
    return attempt().isDone() ? step().answered() : step().workspace();
  }

  /**
   * Answers this step's question.
   *
   * @param judging with the run in which the truth is to be seen: that of {@link Step#answered}, or
   *     the one on screen for a question that judges it
   * @throws Problem if that run does not hold what the question is about
   * @throws IllegalStateException if this step asks nothing
   */
  public Player answer(Answer answer, Runs judging) throws Problem {
    Question question = question();
    boolean right = question.isRight(answer, judging);
    Optional<String> reason = right ? Optional.empty() : question.reason(answer, judging);
    return with(attempt().with(new Attempt.Try(answer, right, reason)));
  }

  /**
   * Answers this step's question if what is on screen does: it is seen when a claim comes true, and
   * need not be handed in.
   *
   * @throws Problem if the run does not hold what the question is about
   */
  public Player notice(Runs shown) throws Problem {
    Optional<Question> question = step().question().filter(Question::judgesTheScreen);
    if (question.isEmpty() || attempt().isDone()) {
      return this;
    }
    Answer answer = question.get().right(shown);
    return question.get().isRight(answer, shown) ? answer(answer, shown) : this;
  }

  /** Asks for the hint. */
  public Player hint() {
    question();
    return with(attempt().withHint());
  }

  /** Asks for the answer. */
  public Player reveal() {
    question();
    return with(attempt().withReveal());
  }

  /**
   * What is said now.
   *
   * @param runs of what is on screen
   */
  public Spoken say(String language, Runs runs) {
    Section section = lesson.section(language, step());
    return new Spoken(
        section.title(),
        section.body().blocks(runs),
        part(section, Section.NOTE, runs),
        step().question().map(question -> asked(question, section, runs)));
  }

  private Spoken.Asked asked(Question question, Section section, Runs runs) {
    Attempt attempt = attempt();
    Map<String, List<Inline>> lines = new LinkedHashMap<>();
    for (String name : question.titledParts()) {
      section.part(name).ifPresent(part -> lines.put(name, part.title().line(runs)));
    }
    List<Block> reply =
        attempt
            .last()
            .filter(last -> !last.right())
            .map(last -> reply(section, last, runs))
            .orElse(List.of());
    return new Spoken.Asked(
        question,
        lines,
        attempt,
        attempt.hint() ? part(section, Question.HINT, runs) : List.of(),
        attempt.isDone() ? List.of() : reply,
        attempt.isDone() ? part(section, Question.WHY, runs) : List.of());
  }

  /** The reason of just this answer, or else what is said of every wrong one. */
  private static List<Block> reply(Section section, Attempt.Try wrong, Runs runs) {
    List<Block> reason = wrong.reason().map(name -> part(section, name, runs)).orElse(List.of());
    return reason.isEmpty() ? part(section, Question.WRONG, runs) : reason;
  }

  private static List<Block> part(Section section, String name, Runs runs) {
    return section.part(name).map(part -> part.body().blocks(runs)).orElse(List.of());
  }

  private Question question() {
    return step()
        .question()
        .orElseThrow(() -> new IllegalStateException(step().id() + " asks nothing"));
  }

  private Player with(Attempt attempt) {
    Map<String, Attempt> all = new HashMap<>(attempts);
    all.put(step().id(), attempt);
    return new Player(lesson, index, all, visited);
  }
}
