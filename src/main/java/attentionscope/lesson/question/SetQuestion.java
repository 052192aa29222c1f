package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.WorkspaceKeys;
import attentionscope.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something to build: the learner changes the run (a cell, a mask, a switch, the words) until the
 * claim {@code until} holds. {@code try} holds the keys of a workspace that does it, over that of
 * the step; it proves that the task can be done, and is what the answer shows.
 *
 * @param solved the step's workspace with what {@code try} changes
 */
public record SetQuestion(Expression until, Workspace solved) implements Question {

  static final QuestionKind KIND = new QuestionKind("set", SetQuestion::read);

  /** The part that says in a sentence what is to hold; a text may leave it to its body. */
  public static final String GOAL = "goal";

  /** The run as it now is was handed in. */
  public record HandedIn() implements Answer {}

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    return Set.of(HINT, WRONG, WHY);
  }

  @Override
  public Set<String> optionalParts() {
    return Set.of(GOAL);
  }

  @Override
  public Set<String> titledParts() {
    return Set.of(GOAL);
  }

  @Override
  public boolean judgesTheScreen() {
    return true;
  }

  @Override
  public Workspace answered(Workspace asked) {
    return solved;
  }

  @Override
  public Answer right(Runs runs) {
    return new HandedIn();
  }

  @Override
  public boolean isRight(Answer given, Runs runs) {
    if (!(given instanceof HandedIn)) {
      throw new IllegalArgumentException("not a run: " + given);
    }
    try {
      return until.truth(runs);
    } catch (Problem gone) {
      // The learner may have changed the run so that it lacks what the claim names (a shorter
      // sentence); that the claim makes sense at all was checked with the lesson.
      return false;
    }
  }

  @Override
  public Optional<String> reason(Answer wrong, Runs runs) {
    return Optional.empty();
  }

  @Override
  public List<Problem> faults(Runs asked, Runs answered) {
    List<Problem> faults = new ArrayList<>();
    try {
      if (until.truth(asked)) {
        faults.add(new Problem("lesson.problem.set-already", until.text()));
      }
      if (!until.truth(answered)) {
        faults.add(new Problem("lesson.problem.set-untried", until.text()));
      }
    } catch (Problem problem) {
      faults.add(problem);
    }
    return faults;
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    Optional<Expression> until = Expressions.required(fields, "until");
    fields.required("try");
    Optional<Workspace> solved =
        fields
            .fields("try")
            .map(
                keys -> {
                  Workspace tried = WorkspaceKeys.apply(asked, keys);
                  keys.finish();
                  return tried;
                });
    return until.flatMap(claim -> solved.map(workspace -> new SetQuestion(claim, workspace)));
  }
}
