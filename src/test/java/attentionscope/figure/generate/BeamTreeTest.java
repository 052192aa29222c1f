package attentionscope.figure.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.Hypothesis.Fate;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Beams;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Search;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BeamTreeTest {

  private final Examples examples = new Examples();
  private final Runner runner = new Runner(new ModelLibrary(ProgramFolder.find()));

  private static final Workspace START =
      Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am")).withView(View.GENERATE);

  private static Writing writing(Beams beams) {
    return Writing.PLAIN.withWay(Writing.Way.BEAM).withBeams(beams);
  }

  /** A search, and what is drawn of it. */
  private record Seen(Trace trace, Outlook outlook, Writing writing) {
    Search search() {
      return outlook.search().orElseThrow();
    }

    Figure draw(Frame frame) {
      return new GenerateFigure(outlook, writing, MatrixLook.PLAIN, Pointing.NONE).draw(frame);
    }
  }

  private Seen seen(Workspace workspace) throws Problem {
    Trace trace = runner.run(workspace);
    return new Seen(trace, runner.outlook(workspace, trace).orElseThrow(), workspace.writing());
  }

  private Seen seen(Beams beams) throws Problem {
    return seen(START.withWriting(writing(beams)));
  }

  private static long pressed(Figure figure) {
    return figure.hits().stream()
        .filter(
            hit ->
                hit instanceof Hit.Area area
                    && area.target() instanceof Target.Control control
                    && control.id().startsWith(BeamTree.CONTROL))
        .count();
  }

  @Test
  void everyCandidateOfTheStepsShownStandsInTheTree() throws Problem {
    Beams beams = Beams.PLAIN.withWidth(3).withMost(5);
    Seen all = seen(beams);
    assertEquals(5, all.search().steps());
    Figure figure = all.draw(examples.frame(1100, 800, "en"));
    assertEquals(1 + 5 * 6, pressed(figure), "the prompt, and six candidates a step");
    FigureFacts.nothingLeaves(figure, examples.frame(1100, 800, "en").measure());
    Figure two = seen(beams.withMoment(OptionalInt.of(2))).draw(examples.frame(1100, 800, "en"));
    assertEquals(1 + 2 * 6, pressed(two));
  }

  @Test
  void textsDoNotMeetInAnySizeOfTheWindow() throws Problem {
    for (int width = 1; width <= Beams.WIDEST; width += 7) {
      Seen seen = seen(Beams.PLAIN.withWidth(width).withMost(9));
      for (String language : List.of("en", "ko")) {
        for (int[] size : new int[][] {{660, 380}, {1000, 560}, {1000, 900}}) {
          Frame frame = examples.frame(size[0], size[1], language);
          Figure figure = seen.draw(frame);
          FigureFacts.nothingLeaves(figure, frame.measure());
          FigureFacts.textsDoNotMeet(figure, frame.measure());
        }
      }
    }
  }

  @Test
  void onlyWhatLeadsSomewhereIsAliveAndTheAnswersWayIsBest() throws Problem {
    Search search = seen(Beams.PLAIN.withWidth(4).withMost(6)).search();
    BeamPaths paths = BeamPaths.of(search.found(), search.steps());
    int answer = search.found().answers().getFirst().hypothesis();
    assertEquals(search.found().written(answer).size(), paths.best().size());
    assertTrue(paths.alive().containsAll(paths.best()));
    for (Hypothesis one : search.found().tree()) {
      if (one.fate() == Fate.DROPPED) {
        assertTrue(!paths.alive().contains(one.number()) && !paths.best().contains(one.number()));
      }
    }
    assertEquals(0, BeamPaths.of(search.found(), 2).best().size(), "it has not ended yet");
  }

  @Test
  void aPressReadsThePrefixAndTheTreeStays() throws Problem {
    Seen seen = seen(Beams.PLAIN.withMost(5));
    Hypothesis kept =
        seen.search().found().tree().stream()
            .filter(one -> one.step() == 2 && one.fate() == Fate.ALIVE)
            .findFirst()
            .orElseThrow();
    Target.Control control = new Target.Control(BeamTree.CONTROL + kept.number());
    List<Integer> written = GenerateFigure.written(seen.search(), control).orElseThrow();
    assertEquals(3, written.size());
    Workspace before = START.withWriting(seen.writing());
    Workspace after = before.withWriting(before.writing().withWritten(written, 3));
    assertTrue(after.searchesAs(before));
    Seen there = seen(after);
    assertEquals(seen.search().found(), there.search().found());
    assertEquals(OptionalInt.of(kept.number()), there.search().read(there.writing()));
    assertEquals(
        seen.outlook().row() + 3, there.outlook().row(), "the run reads three tokens more");
    // what the search kept after it is what the run of that prefix finds likely
    Hypothesis next =
        seen.search().found().tree().stream()
            .filter(one -> one.parent().equals(OptionalInt.of(kept.number())))
            .findFirst()
            .orElseThrow();
    double share = there.outlook().next().first().share(next.token());
    assertEquals(next.logProbability(), StrictMath.log(share), 1e-5);
    assertEquals(
        Optional.of(List.of()),
        GenerateFigure.written(seen.search(), new Target.Control(BeamTree.PROMPT)));
  }

  @Test
  void aChangeByHandActsOnEveryPrefixOfTheSearch() throws Problem {
    Beams beams = Beams.PLAIN.withWidth(2).withMost(3);
    Workspace plain = START.withWriting(writing(beams));
    TensorId head = TensorId.of("decoder.1.cross.head.0.output");
    Workspace changed = plain.withInterventions(List.of(new Intervention.Zero(head.path())));
    Search before = seen(plain).search();
    Search after = seen(changed).search();
    assertTrue(!before.found().equals(after.found()), "the head does not matter");
    Hypothesis first = after.found().tree().getFirst();
    double share = seen(changed).outlook().next().first().share(first.token());
    assertEquals(first.logProbability(), StrictMath.log(share), 1e-5);
  }

  @Test
  void aTextThatHasEndedIsNotSearchedOn() throws Problem {
    Writing ended = Writing.PLAIN.with(2).withWay(Writing.Way.BEAM);
    Workspace workspace = START.withWriting(ended);
    Trace trace = runner.run(workspace);
    assertEquals(Optional.empty(), runner.outlook(workspace, trace).flatMap(Outlook::search));
  }
}
