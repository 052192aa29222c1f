package attentionscope.figure.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.analysis.Multiplications;
import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.nn.Past;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.Computed;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachePanelTest {

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));

  private static final Workspace TRANSLATION =
      Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am"))
          .withView(View.GENERATE)
          .withWriting(Writing.PLAIN.withBelow(Writing.Below.CACHE));

  private final Examples examples = new Examples();

  private static Outlook outlook(Workspace workspace, Computed computed) throws Problem {
    return RUNNER.outlook(workspace, computed, Optional.empty()).orElseThrow();
  }

  private static CacheFacts facts(Workspace workspace, Computed computed) throws Problem {
    return CacheFacts.of(outlook(workspace, computed), workspace.writing()).orElseThrow();
  }

  @Test
  void everyHeadsKeysAndValuesGrowByARowAToken() throws Problem {
    Workspace now = TRANSLATION;
    Computed computed = RUNNER.compute(now);
    for (int written = 0; written < 4; written++) {
      CacheFacts facts = facts(now, computed);
      int tokens = 3 + written;
      assertEquals(2 * 4 * 2, facts.growing().size(), "layers, heads, keys and values");
      for (Past.Matrix matrix : facts.growing()) {
        assertEquals(tokens, matrix.rows());
        assertEquals(8, matrix.columns());
      }
      assertEquals(16L * tokens * 8, CacheFacts.numbers(facts.growing()));
      assertEquals(16L * 8 * (written == 0 ? tokens : 1), facts.freshNumbers());
      assertEquals(16, facts.once().size());
      facts.once().forEach(matrix -> assertEquals(4, matrix.rows(), "words of the source"));
      Workspace longer = now.withWriting(now.writing().with(5 + written));
      computed = RUNNER.further(now, computed, longer).orElseThrow();
      now = longer;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt2", "llama", "bloom", "gptj", "marian", "t5-relu", "bart"})
  void multiplicationsAreThoseOfTheRuns(String model) throws Problem {
    String folder = ReferenceFolder.find().resolve("hf").resolve(model).toString();
    Workspace start = Workspace.of(folder, new Typed("#3 1 4 1 5", "#0 2")).withView(View.GENERATE);
    Workspace longer = start.withWriting(start.writing().with(6));
    Computed step = RUNNER.further(start, RUNNER.compute(start), longer).orElseThrow();
    Computed whole = RUNNER.compute(longer);
    for (CacheFacts facts : List.of(facts(longer, step), facts(longer, whole))) {
      assertEquals(Multiplications.all(step.newest()), facts.withCache());
      assertEquals(Multiplications.all(whole.whole()), facts.anew());
    }
    assertTrue(facts(longer, step).anew() > 2 * facts(longer, step).withCache());
  }

  @Test
  void theFigureSaysItAndEveryHeadCanBePressed() throws Problem {
    Workspace now = TRANSLATION.withWriting(TRANSLATION.writing().with(13).with(20));
    Outlook outlook = outlook(now, RUNNER.compute(now));
    for (String language : List.of("en", "ko")) {
      for (int[] size : new int[][] {{660, 400}, {1000, 560}, {1000, 900}}) {
        Frame frame = examples.frame(size[0], size[1], language);
        Figure figure =
            new GenerateFigure(outlook, now.writing(), MatrixLook.PLAIN, Pointing.NONE).draw(frame);
        FigureFacts.nothingLeaves(figure, frame.measure());
        FigureFacts.textsDoNotMeet(figure, frame.measure());
        for (String site : List.of("decoder.0.self", "decoder.1.cross")) {
          for (String part : List.of("k", "v")) {
            Region region = Region.all(TensorId.of(site + ".head.3." + part));
            assertTrue(
                figure.hits().stream()
                    .anyMatch(
                        hit ->
                            hit instanceof Hit.Area area
                                && area.target().equals(new Target.Area(region))),
                region.toString());
          }
        }
      }
    }
    Figure figure =
        new GenerateFigure(outlook, now.writing(), MatrixLook.PLAIN, Pointing.NONE)
            .draw(examples.frame(1000, 640, "en"));
    assertTrue(FigureFacts.says(figure, "640 numbers · 2.6 kB"), "16 x 5 x 8");
    assertTrue(FigureFacts.says(figure, "128 numbers · 512 B"), "16 x 8");
    assertTrue(FigureFacts.says(figure, "16 matrices 4 × 8 · 2.0 kB"));
  }

  @Test
  void whereNothingIsKeptItSaysWhy() throws Problem {
    Workspace changed =
        TRANSLATION.withInterventions(
            List.of(new Intervention.Zero("decoder.0.self.head.0.output")));
    assertTrue(says(changed).contains("computes everything anew"));
    Workspace recurrent =
        Workspace.of("trained/dates-additive", new Typed("m a y · 3 1 , · 2 0 1 3", "2 0"))
            .withView(View.GENERATE)
            .withWriting(TRANSLATION.writing());
    assertTrue(says(recurrent).contains("is its state"));
  }

  private String says(Workspace workspace) throws Problem {
    Outlook outlook = outlook(workspace, RUNNER.compute(workspace));
    assertEquals(Optional.empty(), CacheFacts.of(outlook, workspace.writing()));
    Figure figure =
        new GenerateFigure(outlook, workspace.writing(), MatrixLook.PLAIN, Pointing.NONE)
            .draw(examples.frame(1000, 640, "en"));
    return String.join(" ", figure.reading());
  }
}
