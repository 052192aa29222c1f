package attentionscope.lesson.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lesson from a stranger might try. */
class AttackTest {

  private static Runs toy() throws Problem {
    Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));
    return Runs.of(runner.run(Workspace.of("toy/i-go-home", Typed.source("I go home"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // methods and classes
        "'x'.repeat(1000000000).length()",
        "'x'.getClass().forName('java.lang.Runtime')",
        "getClass()",
        "getClass().getClassLoader()",
        "hashCode()",
        "toString()",
        "wait()",
        "notify()",
        "size('x')",
        "empty('x')",
        "value.class",
        "token(0).class",
        "java.lang.System.exit(0)",
        "System.exit(0)",
        "new('java.lang.StringBuilder', 'x')",
        "new java.io.File('/etc/passwd')",
        "log:info('x')",
        "sum:getClass()",
        "row('source.tokens', 0)[0]",
        "row('source.tokens', 0).length",
        // loops, variables, functions, scripts
        "while (true) {}",
        "for (var x : 1..1000000000) { x }",
        "do {} while (true)",
        "var x = 1",
        "x = 1",
        "sum = 1",
        "1; 2",
        "return 1",
        "x -> x",
        "(x) => x",
        "function(x) { x }",
        "#pragma jexl.options '+strict'",
        "#pragma jexl.namespace.f java.lang.Runtime",
        "import java.io.File",
        "@silent 1",
        "`${1}`",
        "1 ?: 2",
        "$0",
        "_x",
        // literals of structures
        "[1, 2]",
        "{'a': 1}",
        "{1, 2}",
        "1 .. 1000000000",
        "sum(1..1000000000)",
        // what takes long or grows
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' =~ '(a+)+c'",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' !~ '(a+)+c'",
        "1e999999999B + 1",
        "1e999999999",
        "99999999999999999999999999999999H",
        "1 << 2",
        "1 & 2",
        "'a\\u0027b'",
        "'open",
        "value('x",
        // files
        "read('/etc/passwd')",
        "matrix('/etc/passwd')",
        "matrix('../../secret')"
      })
  void isRefused(String text) throws Problem {
    Runs runs = toy();
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThrows(Problem.class, () -> Expression.parse(text).evaluate(runs)));
  }

  static List<String> largeTexts() {
    return List.of(
        "'" + "x".repeat(100_000) + "' == ''",
        "1 + ".repeat(50_000) + "1",
        "(".repeat(10_000) + "1" + ")".repeat(10_000),
        "(".repeat(150) + "1" + ")".repeat(150),
        "sum(".repeat(90) + "1" + ")".repeat(90),
        "-".repeat(399) + "1a",
        "sin(1)+".repeat(50) + "1");
  }

  @ParameterizedTest
  @MethodSource("largeTexts")
  void isRefusedForItsSize(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThrows(Problem.class, () -> Expression.parse(text)));
  }

  @Test
  void readsOnlySoManyCells() throws Problem {
    int size = 1100;
    Tape tape = Tape.plain();
    tape.record(
        TensorId.of("large"),
        new Given("large", new FMatrixRMaj(size, size), new Origin.Rule()),
        Axis.features(size),
        Axis.features(size));
    Trace trace = tape.finish(new Provenance("test", new Origin.Rule(), "", List.of()));
    Expression often = Expression.parse("sum('large') + ".repeat(3) + "sum('large')");
    Problem problem = assertThrows(Problem.class, () -> often.evaluate(Runs.of(trace)));
    assertEquals("lesson.problem.expression-cells", problem.key());
  }

  /** Whatever words follow one another: a value or a reason, and no other exception. */
  @Test
  void anySequenceOfWordsIsAnsweredOrRefused() throws Problem {
    Runs runs = toy();
    List<String> words =
        List.of(
            "value(",
            "sum(",
            "row(",
            "token(",
            "near(",
            "list(",
            "baseline(",
            "argmax(",
            "(",
            ")",
            ")",
            ")",
            ",",
            ",",
            "'encoder.0.self.q[0,0]'",
            "'encoder.0.self.q[0,*]'",
            "'encoder.0.self.q'",
            "'max'",
            "''",
            "0",
            "1",
            "2.5",
            "1e9",
            "+",
            "-",
            "*",
            "/",
            "%",
            "<",
            "==",
            "&&",
            "||",
            "!",
            "?",
            ":",
            "true",
            "false");
    Random random = new Random(7);
    int answered = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = 1 + random.nextInt(9); length > 0; length--) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      try {
        Expression.parse(text.toString()).evaluate(runs);
        answered++;
      } catch (Problem refused) {
        assertEquals(true, refused.key().contains(".problem."), text.toString());
      }
    }
    assertEquals(true, answered > 500, answered + " were answered");
  }
}
