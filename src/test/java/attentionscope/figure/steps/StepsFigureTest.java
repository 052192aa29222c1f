package attentionscope.figure.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Arrow.Point;
import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Knobs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsFigureTest {

  private final Examples examples = new Examples();

  private static StepsTimeline timeline(Trace trace, String head) {
    try {
      return StepsTimeline.of(trace, TensorId.of(head));
    } catch (Problem fault) {
      throw new AssertionError(fault);
    }
  }

  private StepsTimeline home() {
    return timeline(examples.home(), "encoder.0.self.head.0");
  }

  private StepsTimeline masked() {
    return timeline(examples.translation(), "decoder.0.self.head.1");
  }

  private static Figure draw(StepsTimeline timeline, int index, Frame frame) {
    return new StepsFigure(timeline, timeline.at(index), MatrixLook.PLAIN, Pointing.NONE)
        .draw(frame);
  }

  private Figure at(StepsTimeline timeline, CellRef cell) {
    return draw(timeline, timeline.indexOf(cell).orElseThrow(), examples.frame());
  }

  private static boolean sets(Figure figure, String latex) {
    return figure.marks().stream()
        .anyMatch(mark -> mark instanceof Mark.Formula formula && formula.latex().contains(latex));
  }

  @ParameterizedTest
  @CsvSource({"760,700,en", "760,700,ko", "440,520,en", "440,520,ko", "1300,760,ko", "1000,420,en"})
  void nothingIsCutOrOverlapsAtAnyMoment(double width, double height, String language) {
    Frame frame = examples.frame(width, height, language);
    StepsTimeline scaleOff =
        timeline(
            examples.home(Knobs.MODEL.withScale(false).withMask(Knobs.Mask.LOOK_AHEAD)),
            "encoder.0.self.head.0");
    StepsTimeline cross = timeline(examples.translation(), "decoder.1.cross.head.3");
    for (StepsTimeline timeline : List.of(home(), masked(), scaleOff, cross)) {
      int every = Math.max(1, timeline.size() / 40);
      for (int i = 0; i < timeline.size() + every; i += every) {
        Figure figure = draw(timeline, i, frame);
        FigureFacts.nothingLeaves(figure, examples.measure());
        FigureFacts.textsDoNotMeet(figure, examples.measure());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"760,700", "440,520", "1300,760", "1000,420"})
  void connectorsCrossNoMatrixAndNoText(double width, double height) {
    Frame frame = examples.frame(width, height, "en");
    for (StepsTimeline timeline : List.of(home(), masked())) {
      StepsLayout layout = StepsLayout.of(timeline.head(), frame);
      Figure figure = draw(timeline, timeline.size(), frame);
      List<List<Point>> connectors = FigureFacts.connectors(figure);
      assertEquals(5, connectors.size());
      for (List<Point> connector : connectors) {
        for (Point point : connector) {
          for (Part part : Part.values()) {
            Panel panel = layout.panel(part);
            assertFalse(
                Stream.of(panel.labels(), panel.title())
                    .anyMatch(rect -> rect.contains(point.x(), point.y())),
                () -> connector.getFirst() + " crosses " + part);
          }
          for (Mark.Text text : FigureFacts.texts(figure)) {
            Rect rect = FigureFacts.boundsOf(text, examples.measure());
            assertFalse(
                rect.contains(point.x(), point.y()),
                () -> connector.getFirst() + " crosses " + text);
          }
        }
      }
    }
  }

  @Test
  void everyCellOfEveryMatrixIsFound() {
    StepsTimeline timeline = home();
    HeadNodes head = timeline.head();
    Figure done = draw(timeline, timeline.size(), examples.frame());
    Node scaled = head.link(Stage.SCALE).orElseThrow().node();
    for (Node node : List.of(head.q(), head.k(), head.v(), scaled, head.weights(), head.output())) {
      for (int row = 0; row < node.value().numRows; row++) {
        for (int column = 0; column < node.value().numCols; column++) {
          CellRef ref = node.ref(row, column);
          Rect place = done.placesOf(ref).getFirst();
          Hit.Found found = done.at(place.centerX(), place.centerY()).orElseThrow();
          assertEquals(new Target.Cell(ref), found.target());
        }
      }
    }
  }

  @Test
  void whatIsNotComputedYetShowsNoNumber() {
    StepsTimeline timeline = home();
    Figure start = draw(timeline, 0, examples.frame());
    CellRef weight = timeline.head().weights().ref(0, 2);
    Rect place = start.placesOf(weight).getFirst();
    assertTrue(
        FigureFacts.texts(start).stream().noneMatch(text -> place.contains(text.x(), text.y())));
    String says = start.at(place.centerX(), place.centerY()).orElseThrow().reading();
    assertEquals("query “I”, key “home”: not computed yet", says);
  }

  @Test
  void aScoreIsTheSumOfItsProducts() {
    StepsTimeline timeline = home();
    Figure figure = at(timeline, timeline.head().scores().ref(0, 2));
    assertTrue(sets(figure, "q_{0} \\cdot k_{2} = \\sum_{i} q_{0,i}\\, k_{2,i} = 4.000"));
    assertTrue(figure.reading().contains("Their sum is the score of “home” for “I”: 4.000."));
    assertFalse(figure.placesOf(timeline.head().q().ref(0, 2)).isEmpty());
    assertTrue(
        figure.placesOf(Region.cell(timeline.head().q().id(), 0, 2)).size() > 1,
        "the operand is in the matrix and in the card");
  }

  @Test
  void aScaledScoreIsDividedByTheRootOfTheWidth() {
    StepsTimeline timeline = home();
    Node scaled = timeline.head().link(Stage.SCALE).orElseThrow().node();
    assertTrue(sets(at(timeline, scaled.ref(0, 2)), "\\frac{4.000}{\\sqrt{4}} = 2.000"));
  }

  @Test
  void aWeightIsAShareOfTheRow() {
    StepsTimeline timeline = home();
    Figure figure = at(timeline, timeline.head().weights().ref(0, 2));
    assertTrue(sets(figure, "\\frac{e^{2.000 - 2.000}}{1.503} = 0.665"));
    for (String number : List.of("−2.000", "0.135", "0.368", "0.090", "0.245", "0.665", "1.503")) {
      assertTrue(FigureFacts.says(figure, number), number);
    }
    assertTrue(FigureFacts.says(figure, "✓"), "the row sums to one");
  }

  @Test
  void anOutputIsTheWeightedSumOfAColumnOfValues() {
    StepsTimeline timeline = home();
    Figure figure = at(timeline, timeline.head().output().ref(0, 1));
    assertTrue(sets(figure, "= -0.575"));
    for (String number : List.of("0.090", "0.245", "0.665", "−1.000", "−0.665", "−0.575")) {
      assertTrue(FigureFacts.says(figure, number), number);
    }
  }

  @Test
  void aScaleThatIsOffIsStruckOut() {
    Trace trace = examples.home(Knobs.MODEL.withScale(false));
    StepsTimeline timeline = timeline(trace, "encoder.0.self.head.0");
    Figure figure = draw(timeline, timeline.size(), examples.frame());
    Rect chip = figure.placeOf(Stage.SCALE.control()).orElseThrow();
    Hit.Found found = figure.at(chip.centerX(), chip.centerY()).orElseThrow();
    assertEquals("Divide by √d_k: off", found.reading());
    assertTrue(
        figure.marks().stream()
            .anyMatch(
                mark ->
                    mark instanceof Mark.Line line
                        && line.y1() == line.y2()
                        && chip.contains(line.x1(), line.y1())
                        && line.x2() - line.x1() > chip.width() / 2));
    assertFalse(sets(figure, "\\sqrt{d_k}"));
    assertEquals(Stage.SCALE, Stage.of(Stage.SCALE.control()).orElseThrow());
  }

  @Test
  void maskedCellsAreHatchedOnceTheMaskIsReached() {
    StepsTimeline timeline = masked();
    Node node = timeline.head().link(Stage.MASK).orElseThrow().node();
    int reached = timeline.indexOf(node.ref(0, 1)).orElseThrow();
    assertTrue(hatched(draw(timeline, reached, examples.frame())) > 0);
    assertEquals(0, hatched(draw(timeline, reached - 1, examples.frame())));
    Figure figure = draw(timeline, reached, examples.frame());
    assertTrue(sets(figure, "\\left(-\\infty\\right) = -\\infty"));
    assertEquals(20, hatched(draw(timeline, timeline.size(), examples.frame())));
  }

  private static long hatched(Figure figure) {
    return figure.marks().stream().filter(Mark.Hatch.class::isInstance).count();
  }

  @Test
  void theSameMomentIsTheSameFigureHoweverItIsReached() {
    StepsTimeline timeline = home();
    Figure forwards = draw(timeline, 30, examples.frame());
    draw(timeline, 31, examples.frame());
    Figure backwards = draw(timeline, 30, examples.frame());
    assertEquals(forwards.marks(), backwards.marks());
    assertNotEquals(forwards.marks(), draw(timeline, 31, examples.frame()).marks());
  }

  @Test
  void nothingJumpsWhileItPlays() {
    StepsTimeline timeline = masked();
    CellRef cell = timeline.head().output().ref(0, 0);
    Rect first = draw(timeline, 0, examples.frame()).placesOf(cell).getFirst();
    for (int i = 1; i < timeline.size(); i += 7) {
      assertEquals(first, draw(timeline, i, examples.frame()).placesOf(cell).getFirst());
    }
  }

  @Test
  void aLongSequenceIsDrawnWithoutNumbers() {
    Trace trace =
        examples.run(
            attentionscope.workspace.Workspace.of(
                "toy/translation",
                new attentionscope.workspace.Typed(
                    "나 는 학생 입니다 ".repeat(12).strip(), "I am a student ".repeat(12).strip())));
    StepsTimeline timeline = timeline(trace, "decoder.0.self.head.0");
    for (int index : new int[] {0, 5_000, timeline.size()}) {
      Figure figure = draw(timeline, index, examples.frame(440, 520, "ko"));
      FigureFacts.nothingLeaves(figure, examples.measure());
    }
  }
}
