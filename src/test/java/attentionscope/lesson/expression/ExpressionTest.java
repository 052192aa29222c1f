package attentionscope.lesson.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final String HEAD = "encoder.0.self.head.0.";
  private static final Runs RUNS = runs();

  private static Runs runs() {
    try {
      Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));
      Workspace plain = Workspace.of("toy/i-go-home", Typed.source("I go home"));
      Trace unscaled = runner.run(plain.withKnobs(Knobs.MODEL.withScale(false)));
      TensorId focus = TensorId.of(HEAD + "scores");
      return new Runs(unscaled, runner.run(plain), Optional.of(focus));
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static Value evaluate(String text) throws Problem {
    return Expression.parse(text.replace("$", HEAD)).evaluate(RUNS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1/2; 0.5",
        "7 % 4; 3",
        "2 + 3 * 4; 14",
        "-(2 - .5); -1.5",
        "1e3; 1000",
        "true ? 1 : 2; 1",
        "value('$scores[0,2]'); 4",
        "value(\"$scores[0,2]\"); 4",
        "value('$scores[0,2]') / sqrt(columns('$k')); 2",
        "rows('$scores'); 3",
        "sum(row('$scores', 0)); 6",
        "sum(column('$scores', 2)); 8",
        "sum(matrix('$scores')); 18",
        "sum('$scores[0:2,2]'); 8",
        "mean('$scores[0,*]'); 2",
        "max('$scores[0,*]'); 4",
        "min('$scores'); 0",
        "argmax('$scores[2,*]'); 0",
        "argmin('$scores[1,*]'); 1",
        "norm('$q[0,*]') * norm('$q[0,*]'); 5",
        "dot('$q[0,*]', '$k[2,*]'); 4",
        "cosine('$k[0,*]', '$k[0,*]'); 1",
        "at(list(5, 6, 7), 1); 6",
        "at(exponentials('$scores[0,*]'), 2); 1",
        "entropy(list(.5, .5)); 1",
        "entropy(list(1, 0)); 0",
        "baseline('value', '$scaled[0,2]'); 2",
        "baseline('sum', '$scaled'); 9",
        "abs(-3); 3",
        "round(2.6); 3",
        "floor(2.6); 2",
        "pow(2, 10); 1024",
        "exp(0) + log(1) + sin(0) + cos(0); 2",
        "cos(pi()); -1"
      })
  void numbers(String text, double expected) throws Problem {
    assertEquals(new Value.Real(expected), rounded(evaluate(text)));
  }

  private static Value rounded(Value value) {
    return value instanceof Value.Real(double number)
        ? new Value.Real(Math.rint(number * 1e9) / 1e9)
        : value;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "entropy(row('$weights', 0)) < baseline('entropy', 0); true",
        "near('$weights[0,*]', list(.016, .117, .867)); true",
        "near('$weights[0,*]', list(.016, .117, .868), .0001); false",
        "near(sum('$weights[0,*]'), 1, .000001); true",
        "masked('$masked[0,2]'); false",
        "token(1) == 'go' && rowLabel('$scores', 2) == 'home'; true",
        "columnLabel('$scores', argmax('$scores[0,*]')) == 'home'; true",
        "1 < 2 || 1 / 0 > 3; true",
        "!(1 >= 2) && 3 != 4; true"
      })
  void truths(String text, boolean expected) throws Problem {
    assertEquals(new Value.Truth(expected), evaluate(text));
  }

  @Test
  void wordsComeOutAsTheyAre() throws Problem {
    assertEquals(new Value.Text("I"), evaluate("token(0)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "value('encoder.0.self.head.0.score[0,0]'); trace.problem.unknown",
        "value('$scores[0,3]'); lesson.problem.region-outside",
        "value('$scores[0,*]'); workspace.problem.not-a-cell",
        "value('scores[0'); workspace.problem.region-form",
        "row('$scores', 0.5); lesson.problem.index",
        "row('$scores', 3); lesson.problem.region-outside",
        "token(3); lesson.problem.region-outside",
        "dot('$q[0,*]', '$scores[0,*]'); lesson.problem.lengths",
        "matrix('$scores'); lesson.problem.expression-several",
        "baseline('spread', '$scores'); lesson.problem.measure",
        "at(list(1, 2), 2); lesson.problem.no-number-at",
        "sum(true); lesson.problem.expression-no-number",
        "value('$scores[0,0]', 1); lesson.problem.expression-arguments",
        "vlaue('$scores[0,0]'); lesson.problem.expression-function",
        "1 / 0; lesson.problem.expression",
        "1 +; lesson.problem.expression",
        "(1; lesson.problem.expression-brackets"
      })
  void mistakesHaveAReason(String text, String key) {
    Problem problem = assertThrows(Problem.class, () -> evaluate(text));
    assertEquals(key, problem.key());
  }

  @Test
  void aMistypedFunctionIsAnsweredWithTheNearest() {
    Problem problem = assertThrows(Problem.class, () -> evaluate("vlaue('$scores[0,0]')"));
    assertEquals(List.of("vlaue", "value"), problem.args());
  }

  @Test
  void anExpressionKnowsWhatItReads() throws Problem {
    Expression one = Expression.parse("value('" + HEAD + "scores[0,2]')");
    assertEquals(List.of("encoder.0.self.head.0.scores[0,2]"), texts(one));
    assertTrue(one.isLive());
    assertFalse(Expression.parse("2 + 2").isLive());
    assertTrue(Expression.parse("token(0)").isLive());
  }

  private static List<String> texts(Expression expression) {
    return expression.regions().stream().map(Object::toString).toList();
  }
}
