package attentionscope.figure.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.analysis.HeadPattern;
import attentionscope.analysis.HeadPattern.Direction;
import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import attentionscope.workspace.laboratory.Difference;
import attentionscope.workspace.laboratory.Experiment;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.laboratory.Name;
import attentionscope.workspace.laboratory.RunSoFar;
import attentionscope.workspace.laboratory.Sight;
import attentionscope.workspace.training.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainFiguresTest {

  private static final Plan PLAN = new Plan("reverse", "transformer", 1, 40, 8, 0.002, 10, 1, 0, 0);
  private static final Typed TYPED = new Typed("a d f b c", "c b f d a");
  private static final TensorId HEAD = TensorId.of("decoder.1.cross.head.2.weights");

  private final Examples examples = new Examples();
  private final Laboratory laboratory = new Laboratory(ProgramFolder.find());

  @BeforeAll
  void train() throws Problem {
    laboratory.reach(Experiment.of(PLAN).withAgainst(Optional.of(Difference.NO_POSITIONS)), 20);
  }

  private CurvesFigure curves() {
    return new CurvesFigure(laboratory.state(), 20);
  }

  private Figure sample(double width, double height, String language) throws Problem {
    OpenedModel opened = laboratory.lend("training@20").orElseThrow();
    Trace trace = opened.run(opened.read(TYPED), List.of());
    Sight sight =
        laboratory.sight(Name.parse("training@20").orElseThrow(), TYPED, Optional.of(HEAD));
    AttentionSite site =
        AttentionSite.of(trace).stream().filter(one -> one.holds(HEAD)).findFirst().orElseThrow();
    return new SampleFigure(trace, sight, site, 2, MatrixLook.PLAIN, Pointing.NONE)
        .draw(examples.frame(width, height, language));
  }

  @Test
  void everyNumberAboveTheCurvesIsTheRuns() {
    Figure figure = curves().draw(examples.frame(1000, 178, "en"));
    for (int i = 0; i < 2; i++) {
      RunSoFar run = laboratory.state().runs().get(i);
      String name = i == 0 ? "A " : "B ";
      String loss = name + Numbers.fixed(run.steps().getLast().loss(), 3);
      assertTrue(FigureFacts.says(figure, loss), loss);
      String norm = name + Numbers.fixed(run.steps().getLast().norm(), 2);
      assertTrue(FigureFacts.says(figure, norm), norm);
    }
  }

  @Test
  void aPressOnACurveGoesToItsStep() {
    Figure figure = curves().draw(examples.frame(1000, 178, "en"));
    List<Integer> steps =
        figure.hits().stream()
            .map(
                hit ->
                    hit instanceof Hit.Area(var rect, Target.Control control, var says)
                        ? Steps.of(control)
                        : OptionalInt.empty())
            .flatMapToInt(OptionalInt::stream)
            .boxed()
            .toList();
    assertTrue(steps.containsAll(List.of(0, 10, 20)), steps.toString());
    assertFalse(steps.contains(21));
  }

  @Test
  void everyCellOfTheHeadsIsTheTraces() throws Problem {
    Figure figure = sample(800, 480, "en");
    for (int head = 0; head < 4; head++) {
      CellRef cell = new CellRef(TensorId.of("decoder.1.cross.head." + head + ".weights"), 5, 4);
      assertEquals(1, figure.placesOf(cell).size());
    }
  }

  @Test
  void nothingLeavesAndNoTextsMeetInAnySize() throws Problem {
    for (String language : List.of("en", "ko")) {
      for (double width : List.of(460.0, 620.0, 800.0, 1400.0)) {
        Figure curves = curves().draw(examples.frame(width, 178, language));
        FigureFacts.nothingLeaves(curves, examples.measure());
        FigureFacts.textsDoNotMeet(curves, examples.measure());
        for (double height : List.of(264.0, 400.0, 700.0)) {
          Figure sample = sample(width, height, language);
          FigureFacts.nothingLeaves(sample, examples.measure());
          FigureFacts.textsDoNotMeet(sample, examples.measure());
        }
      }
    }
  }

  @Test
  void theDirectionOfAHeadIsWhereMostOfItsWeightLies() throws Problem {
    Node weights = Examples.node(trained(), "decoder.1.cross.head.0.weights");
    HeadPattern pattern = HeadPattern.of(weights);
    Stream.of(Direction.values())
        .forEach(direction -> assertTrue(HeadPattern.mean(weights, direction) <= pattern.weight()));
    double sum = 0;
    for (int row = 0; row < 5; row++) {
      sum += weights.at(row, 4 - row);
    }
    assertEquals(sum / 5, HeadPattern.mean(weights, Direction.ANTI_DIAGONAL), 1e-6);
  }

  private Trace trained() throws Problem {
    OpenedModel opened = laboratory.lend("training@20").orElseThrow();
    return opened.run(opened.read(TYPED), List.of());
  }
}
