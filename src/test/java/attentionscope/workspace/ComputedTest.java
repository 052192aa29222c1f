package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown while a model writes is what a run of everything would show. */
class ComputedTest {

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));

  private static Workspace workspace(String model, Typed typed) {
    return Workspace.of(model, typed).withView(View.GENERATE);
  }

  private static Workspace translation() {
    return workspace("toy/translation", new Typed("나 는 학생 입니다", "I am"));
  }

  static Stream<Workspace> writers() {
    Path hf = ReferenceFolder.find().resolve("hf");
    return Stream.concat(
        Stream.of(translation()),
        Stream.of("gpt2", "llama", "bloom", "gptj", "opt", "marian", "t5-relu", "bart")
            .map(hf::resolve)
            .map(folder -> workspace(folder.toString(), new Typed("#3 1 4 1 5", "#0 2"))));
  }

  private static Workspace next(Workspace workspace, Outlook outlook) {
    return workspace.withWriting(workspace.writing().with(outlook.next().token()));
  }

  private static Outlook outlook(Workspace workspace, Computed computed) throws Problem {
    return RUNNER.outlook(workspace, computed, Optional.empty()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void aRunThatCanBeGoneOnWithIsTheRun(Workspace start) throws Problem {
    Computed computed = RUNNER.compute(start);
    assertTrue(computed.begun().isPresent(), start.model());
    Trace run = RUNNER.run(start);
    assertEquals(
        run.nodes().stream().map(Node::id).toList(),
        computed.whole().nodes().stream().map(Node::id).toList());
    for (Node node : run.nodes()) {
      Node same = computed.whole().get(node.id());
      assertArrayEquals(node.value().data, same.value().data, node.id().path());
      assertEquals(node.rows(), same.rows());
    }
    assertEquals(run.provenance(), computed.whole().provenance());
  }

  @ParameterizedTest
  @MethodSource("writers")
  void theNewestRowsAreThoseOfARunOfEverything(Workspace start) throws Problem {
    Workspace now = start;
    Computed computed = RUNNER.compute(start);
    for (int count = 1; count <= 3; count++) {
      Workspace longer = next(now, outlook(now, computed));
      computed = RUNNER.further(now, computed, longer).orElseThrow();
      now = longer;
      assertEquals(count, computed.behind());
      Trace all = RUNNER.run(now);
      int compared = 0;
      for (Node node : computed.newest().nodes()) {
        Optional<Node> same = all.find(node.id());
        FMatrixRMaj value = node.value();
        boolean ofTokens =
            same.isPresent()
                && value.numRows == 1
                && same.get().rows().role().equals(node.rows().role())
                && same.get().rows().length() > 1
                && same.get().value().numCols == value.numCols;
        if (ofTokens) {
          assertArrayEquals(last(same.get().value()), last(value), node.id().path());
          assertEquals(
              same.get().rows().label(same.get().value().numRows - 1), node.rows().label(0));
          assertEquals(same.get().columns(), node.columns(), node.id().path());
          compared++;
        }
      }
      assertTrue(compared > 20, "only " + compared + " matrices were compared");
      Outlook whole = outlook(now, Computed.whole(all));
      Outlook step = outlook(now, computed);
      assertEquals(whole.row(), step.row());
      assertEquals(whole.prompt(), step.prompt());
      assertEquals(whole.ended(), step.ended());
      assertEquals(whole.next().token(), step.next().token());
      for (int token = 0; token < whole.next().first().size(); token++) {
        assertEquals(whole.next().first().share(token), step.next().first().share(token));
      }
    }
  }

  private static float[] last(FMatrixRMaj matrix) {
    int from = (matrix.numRows - 1) * matrix.numCols;
    return Arrays.copyOfRange(matrix.data, from, from + matrix.numCols);
  }

  @Test
  void oneGoesBackInWhatWasReadAndAtItsBeginningNothingIsBehind() throws Problem {
    Workspace start = translation();
    Computed begun = RUNNER.compute(start);
    Workspace three = start.withWriting(start.writing().withWritten(List.of(5, 7, 9), 3));
    Computed far = RUNNER.further(start, begun, three).orElseThrow();
    assertEquals(3, far.behind());
    Workspace two = three.withWriting(three.writing().showing(2));
    Computed back = RUNNER.further(three, far, two).orElseThrow();
    assertEquals(2, back.behind());
    assertSame(far.steps().get(1), back.steps().getLast());
    Computed first =
        RUNNER.further(two, back, two.withWriting(two.writing().showing(0))).orElseThrow();
    assertFalse(first.isBehind());
    assertSame(begun.whole(), first.newest());
  }

  @Test
  void onlyFurtherTokensOfAPlainRunAreReadByThemselves() throws Problem {
    Workspace start = translation();
    Computed begun = RUNNER.compute(start);
    Workspace longer = start.withWriting(start.writing().with(5));
    assertTrue(RUNNER.further(start, begun, longer).isPresent());
    List<Workspace> others =
        List.of(
            longer.withView(View.ATTENTION),
            longer.withKnobs(longer.knobs().withGradients(true)),
            longer.withInterventions(
                List.of(new Intervention.Zero("decoder.0.self.head.0.output"))),
            longer.withInput(new Typed("나 는", "I am")));
    for (Workspace other : others) {
      assertEquals(Optional.empty(), RUNNER.further(start, begun, other), other.toString());
    }
    Workspace changed = others.get(2);
    assertTrue(RUNNER.compute(changed).begun().isEmpty(), "changes act on a run of everything");
  }

  @Test
  void aRecurrentModelIsRunAnew() throws Problem {
    Workspace start =
        workspace("trained/dates-additive", new Typed("m a y · 3 1 , · 2 0 1 3", "2 0"));
    Computed computed = RUNNER.compute(start);
    assertTrue(computed.begun().isEmpty());
    Workspace longer = next(start, outlook(start, computed));
    assertEquals(Optional.empty(), RUNNER.further(start, computed, longer));
  }
}
