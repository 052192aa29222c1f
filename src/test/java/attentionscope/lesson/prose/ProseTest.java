package attentionscope.lesson.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.lesson.expression.Runs;
import attentionscope.trace.Region;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Faults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  private static final String HEAD = "encoder.0.self.head.0.";
  private static final Runs RUNS = runs("I go home");

  private static Runs runs(String typed) {
    try {
      Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));
      return Runs.of(runner.run(Workspace.of("toy/i-go-home", Typed.source(typed))));
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static Prose read(String text) {
    Faults faults = new Faults();
    Prose prose = Prose.read(Path.of("en.md"), 1, text.replace("€", HEAD), faults);
    prose.check(RUNS, faults);
    assertTrue(faults.isEmpty(), () -> faults.all().toString());
    return prose;
  }

  private static List<Inline> line(String text) {
    return read(text).line(RUNS);
  }

  private static Region region(String text) {
    return Region.parse(HEAD + text).orElseThrow();
  }

  @Test
  void numbersComeFromTheRun() {
    assertEquals(
        List.of(
            new Inline.Text("A score of "),
            new Inline.LiveNumber("4", List.of(region("scores[0,2]"))),
            new Inline.Text(".")),
        line("A score of {{ value('€scores[0,2]') }}."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{{ value('€weights[0,2]') }}; 0.665",
        "{{ value('€weights[0,2]') | 1 }}; 0.7",
        "{{ value('€weights[0,2]') | percent }}; 67%",
        "{{ value('€weights[0,2]') | 1 | percent }}; 66.5%",
        "{{ value('€output[0,1]') }}; −0.575",
        "{{ value('€scores[0,2]') | 3 }}; 4.000",
        "{{ value('€scores[0,2]') | 을를 }}; 4를",
        "{{ value('€q[0,2]') | 을를 }}; 1을",
        "{{ token(2) | 으로로 }}; home으로",
        "{{ 28.4 | given }} BLEU; 28.4 BLEU",
        "{{ value('€scores[0,2]') > 3 || false ? 'large' : 'small' }}; large"
      })
  void numbersAreWrittenAsAskedFor(String text, String expected) {
    assertEquals(expected, PlainText.line(line(text)));
  }

  @Test
  void formulasAreNotTouchedByMarkdown() {
    assertEquals(
        List.of(
            new Inline.Text("with "), new Inline.Formula("W_Q^* a_b"), new Inline.Text(" here")),
        line("with $W_Q^* a_b$ here"));
  }

  @Test
  void formulasHoldLiveNumbers() {
    assertEquals(
        List.of(new Block.DisplayFormula("e^{ 0 - 2 } = -0.575 \\text{I}")),
        read("$$e^{ {{ value('€scaled[0,0]') }} - {{ max('€scaled') }} } ="
                + " {{ value('€output[0,1]') }} {{ token(0) }}$$")
            .blocks(RUNS));
  }

  @Test
  void pointersLeadToRegionsControlsAndLessons() {
    assertEquals(
        List.of(
            new Inline.Pointer(
                List.of(new Inline.Strong(List.of(new Inline.Text("q")))),
                new Target.Focus(region("q[0,*]"))),
            new Inline.Text(", "),
            new Inline.Pointer(List.of(new Inline.Text("mask")), new Target.OfWindow(Control.MASK)),
            new Inline.Text(" and "),
            new Inline.Pointer(List.of(new Inline.Text("next")), new Target.OtherLesson("14-why"))),
        line("[**q**](focus:€q[0,*]), [mask](control:steps.mask) and [next](lesson:14-why)"));
  }

  @Test
  void particlesStickToEmphasizedKorean() {
    assertEquals(
        List.of(
            new Inline.Strong(List.of(new Inline.Text("I"))),
            new Inline.Text("는 "),
            new Inline.Emphasis(List.of(new Inline.Text("어디"))),
            new Inline.Text("를")),
        line("**I**는 *어디*를"));
  }

  @Test
  void listsTablesAndCodeAreBlocks() {
    List<Block> blocks =
        read("""
        - one
        - two

        | a | b |
        |---|---|
        | {{ max('€scores') }} | $x$ |

        ```python
        # a $ and {{ in code
        x = 0.5
        ```
        """)
            .blocks(RUNS);
    assertEquals(3, blocks.size());
    assertTrue(
        blocks.get(0) instanceof Block.Listing(boolean numbered, var items)
            && !numbered
            && items.size() == 2);
    assertTrue(
        blocks.get(1) instanceof Block.Table(var head, var rows)
            && head.size() == 2
            && rows.getFirst().getFirst().getFirst() instanceof Inline.LiveNumber);
    assertEquals(new Block.CodeBlock("python", "# a $ and {{ in code\nx = 0.5"), blocks.get(2));
  }

  @Test
  void whatARunDoesNotHaveIsShownAsADash() {
    Prose prose = read("{{ value('€scores[2,0]') }} and $ {{ value('€scores[2,0]') }} $");
    List<Inline> line = prose.line(runs("I go"));
    assertEquals(new Inline.LiveNumber(Live.NOTHING, List.of(region("scores[2,0]"))), line.get(0));
    assertEquals(new Inline.Formula("\\text{–}"), line.get(2));
  }

  @Test
  void theRightParticleFollowsWhatIsShown() {
    Prose prose = read("{{ token(1) | 을를 }} 봅니다");
    assertEquals("go를 봅니다", prose.plain(RUNS));
    assertEquals("walk를 봅니다", prose.plain(runs("I walk home")));
  }

  @Test
  void plainTextReadsFormulas() {
    assertEquals(
        "softmax(QKᵀ / √d_k) V",
        read("$$\\text{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right) V$$").plain(RUNS));
  }
}
