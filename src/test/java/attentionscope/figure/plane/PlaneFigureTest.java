package attentionscope.figure.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneFigureTest {

  private static final TensorId DICTIONARY = TensorId.of("decoder.0.cross.head.0");
  private static final Workspace JAM =
      Workspace.of("toy/dictionary", new Typed("sweet sour", "sweeter both notsour"));
  private static final Workspace HEADS = Workspace.of("toy/two-heads", Typed.source("I go home"));

  private final Examples examples = new Examples();

  private HeadNodes head(Workspace workspace, TensorId id) {
    try {
      return HeadNodes.of(examples.run(workspace), id);
    } catch (Problem fault) {
      throw new AssertionError(fault);
    }
  }

  private HeadNodes jam() {
    return head(JAM, DICTIONARY);
  }

  /** The jam book with the first query somewhere else. */
  private HeadNodes jam(float x, float y) {
    TensorId q = DICTIONARY.child("q");
    return head(
        JAM.withInterventions(
            List.of(
                new Intervention.SetCell(new CellRef(q, 0, 0), x),
                new Intervention.SetCell(new CellRef(q, 0, 1), y))),
        DICTIONARY);
  }

  private HeadNodes heads(int head, Knobs knobs) {
    return head(HEADS.withKnobs(knobs), TensorId.of("encoder.0.self.head." + head));
  }

  private static PlaneFigure figure(HeadNodes head, int row) {
    return new PlaneFigure(head, row, OptionalDouble.empty(), MatrixLook.PLAIN, Pointing.NONE);
  }

  @Test
  void keysStandWhereTheirNumbersSay() {
    HeadNodes head = jam();
    Plane plane = figure(head, 0).plane(examples.frame());
    Figure drawn = figure(head, 0).draw(examples.frame());
    for (int key = 0; key < 2; key++) {
      double x = plane.toX(head.k().at(key, 0));
      double y = plane.toY(head.k().at(key, 1));
      assertTrue(tips(drawn, Ink.KEY).stream().anyMatch(tip -> near(tip, x, y)), "key " + key);
    }
  }

  @Test
  void otherQueriesStandWhereTheirNumbersSay() {
    HeadNodes head = jam();
    Plane plane = figure(head, 0).plane(examples.frame());
    Figure drawn = figure(head, 0).draw(examples.frame());
    for (int row = 1; row < 3; row++) {
      double x = plane.toX(head.q().at(row, 0));
      double y = plane.toY(head.q().at(row, 1));
      assertTrue(tips(drawn, Ink.QUERY).stream().anyMatch(tip -> near(tip, x, y)), "query " + row);
    }
  }

  @Test
  void theHandleIsAtTheTipOfTheQuery() {
    for (int row = 0; row < 3; row++) {
      HeadNodes head = jam();
      Plane plane = figure(head, row).plane(examples.frame());
      Rect handle =
          figure(head, row).draw(examples.frame()).placeOf(PlaneFigure.HANDLE).orElseThrow();
      assertEquals(plane.toX(head.q().at(row, 0)), handle.centerX(), 1e-6);
      assertEquals(plane.toY(head.q().at(row, 1)), handle.centerY(), 1e-6);
    }
  }

  /** Whatever lies on a line of equal score has the score that the line is for. */
  @Test
  void linesLieAcrossTheQueryAndFurtherApartForAShorterOne() {
    assertEquals(distanceOfLines(jam(1, 0)), 2 * distanceOfLines(jam(2, 0)), 1e-6);
    HeadNodes head = jam(1.5f, 1);
    PlaneFigure figure = held(head, 3);
    Plane plane = figure.plane(examples.frame());
    List<Mark.Line> lines = thinLines(figure.draw(examples.frame()));
    assertTrue(lines.size() > 4);
    for (Mark.Line line : lines) {
      Vec one = plane.at(line.x1(), line.y1());
      Vec other = plane.at(line.x2(), line.y2());
      double score = figure.query().dot(one);
      assertEquals(score, figure.query().dot(other), 1e-6);
      assertEquals(Math.rint(score), score, 1e-6);
    }
  }

  private static PlaneFigure held(HeadNodes head, double reach) {
    return new PlaneFigure(head, 0, OptionalDouble.of(reach), MatrixLook.PLAIN, Pointing.NONE);
  }

  private double distanceOfLines(HeadNodes head) {
    List<Double> at = new ArrayList<>();
    for (Mark.Line line : thinLines(held(head, 3).draw(examples.frame()))) {
      assertEquals(line.x1(), line.x2(), 1e-6);
      at.add(line.x1());
    }
    Collections.sort(at);
    return at.get(1) - at.get(0);
  }

  private static List<Mark.Line> thinLines(Figure figure) {
    Tint faint = Tint.of(Ink.QUERY).faded(0.28);
    List<Mark.Line> lines = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Line line && line.stroke().tint().equals(faint)) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void everyNumberBesideThePlaneIsTheRunsOwn() {
    Figure drawn = figure(jam(), 0).draw(examples.frame());
    for (String number : List.of("2.000", "0", ".881", ".119", "10", "30", "12.384")) {
      assertTrue(FigureFacts.says(drawn, number), number);
    }
    for (String cell : List.of("scores[0,1]", "weights[0,0]", "v[1,0]", "output[0,0]", "q[0,1]")) {
      CellRef ref = Region.parse(DICTIONARY + "." + cell).flatMap(Region::asCell).orElseThrow();
      Rect place = drawn.placesOf(ref).getLast();
      Hit.Found found = drawn.at(place.centerX(), place.centerY()).orElseThrow();
      assertEquals(new Target.Cell(ref), found.target());
    }
  }

  @Test
  void footOfAKeyShowsItsScore() {
    HeadNodes head = jam(1, 1);
    Plane plane = figure(head, 0).plane(examples.frame());
    Figure drawn = held(head, plane.reach()).draw(examples.frame());
    // Both feet are at (1, 1), as the handle is; half the query has them beyond it.
    HeadNodes shorter = jam(.5f, .5f);
    Figure other = held(shorter, plane.reach()).draw(examples.frame());
    Hit.Found found = other.at(plane.toX(1), plane.toY(1)).orElseThrow();
    assertEquals(new Target.Cell(shorter.scores().ref(0, 1)), found.target());
    assertEquals(PlaneFigure.HANDLE, drawn.at(plane.toX(1), plane.toY(1)).orElseThrow().target());
  }

  @Test
  void aMovedQuerySaysWhereItWas() {
    assertTrue(
        FigureFacts.texts(figure(jam(-0.7f, 1.3f), 0).draw(examples.frame())).stream()
            .anyMatch(text -> text.text().equals("was (1, 0)")));
    assertFalse(
        FigureFacts.texts(figure(jam(), 0).draw(examples.frame())).stream()
            .anyMatch(text -> text.text().startsWith("was")));
  }

  @Test
  void whereThePlaneReachesIsKeptWhileItIsHeld() {
    Frame frame = examples.frame();
    assertEquals(3, figure(jam(), 0).plane(frame).reach());
    assertEquals(8, figure(jam(0, 5), 0).plane(frame).reach());
    assertEquals(3, held(jam(0, 5), 3).plane(frame).reach());
  }

  @Test
  void aPointOfThePictureIsThePointOfThePlaneItCameFrom() {
    Plane plane = figure(jam(), 0).plane(examples.frame());
    Vec back = plane.at(plane.toX(1.25), plane.toY(-0.5));
    assertEquals(1.25, back.x(), 1e-9);
    assertEquals(-0.5, back.y(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"694,430,en", "694,430,ko", "707,600,ko", "1050,640,en", "420,560,en", "420,560,ko"})
  void nothingIsCutOrOverlaps(double width, double height, String language) {
    Frame frame = examples.frame(width, height, language);
    List<PlaneFigure> figures = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      figures.add(figure(jam(), row));
      figures.add(figure(heads(0, Knobs.MODEL), row));
      figures.add(figure(heads(1, Knobs.MODEL.withMask(Knobs.Mask.LOOK_AHEAD)), row));
    }
    for (float[] q : new float[][] {{0, 0}, {-0.7f, 1.3f}, {2, 0}, {40, -3}, {.01f, 0}, {0, -2}}) {
      figures.add(figure(jam(q[0], q[1]), 0));
    }
    figures.add(figure(jam(Float.POSITIVE_INFINITY, Float.NaN), 0));
    figures.add(held(jam(-2.9f, 2.9f), 3));
    for (PlaneFigure figure : figures) {
      Figure drawn = figure.draw(frame);
      FigureFacts.nothingLeaves(drawn, examples.measure());
      FigureFacts.textsDoNotMeet(drawn, examples.measure());
    }
  }

  @Test
  void aMaskedKeyIsHatchedAndItsWeightIsZero() {
    Figure open = figure(heads(1, Knobs.MODEL), 0).draw(examples.frame());
    Figure masked =
        figure(heads(1, Knobs.MODEL.withMask(Knobs.Mask.LOOK_AHEAD)), 0).draw(examples.frame());
    assertEquals(0, hatches(open));
    assertEquals(2, hatches(masked));
  }

  private static long hatches(Figure figure) {
    return figure.marks().stream().filter(Mark.Hatch.class::isInstance).count();
  }

  @Test
  void whatIsSpokenOfIsOutlined() {
    HeadNodes head = jam();
    Region key = Region.row(head.k().id(), 1);
    PlaneFigure spoken =
        new PlaneFigure(
            head,
            0,
            OptionalDouble.empty(),
            MatrixLook.PLAIN,
            Pointing.NONE.withHighlights(List.of(key)));
    int more =
        spoken.draw(examples.frame()).marks().size()
            - figure(head, 0).draw(examples.frame()).marks().size();
    // its arrow and its name beside the numbers
    assertEquals(2, more);
    assertEquals(2, spoken.draw(examples.frame()).placesOf(key).size());
  }

  @Test
  void saysItInWords() {
    List<String> reading = figure(jam(), 0).draw(examples.frame()).reading();
    assertEquals("The query “sweeter” is (1.000, 0.000).", reading.getFirst());
    assertEquals(
        "The key “sweet” is (2.000, 0.000): its score is 2.000, its weight 0.881.", reading.get(1));
    assertEquals("The output is 12.384.", reading.getLast());
  }

  @Test
  void aHeadOfMoreNumbersDoesNotSuit() {
    HeadNodes home =
        head(
            Workspace.of("toy/i-go-home", Typed.source("I go home")),
            TensorId.of("encoder.0.self.head.0"));
    assertFalse(PlaneFigure.suits(home));
    assertThrows(IllegalArgumentException.class, () -> figure(home, 0));
  }

  @ParameterizedTest
  @CsvSource({"694,430,en", "694,430,ko", "420,300,en", "420,300,ko"})
  void aHeadThatDoesNotSuitIsToldWhyAndWhatDoes(double width, double height, String language) {
    List<String> models = List.of("toy/dictionary", "toy/two-heads");
    Figure drawn =
        new NoPlaneFigure(OptionalInt.of(4), models).draw(examples.frame(width, height, language));
    FigureFacts.nothingLeaves(drawn, examples.measure());
    FigureFacts.textsDoNotMeet(drawn, examples.measure());
    assertTrue(drawn.reading().stream().anyMatch(line -> line.contains("4")));
    List<String> opened = new ArrayList<>();
    for (Hit hit : drawn.hits()) {
      Hit.Found found = drawn.at(hit.rect().centerX(), hit.rect().centerY()).orElseThrow();
      opened.add(NoPlaneFigure.opens((Target.Control) found.target()).orElseThrow());
    }
    assertEquals(models, opened);
  }

  private static List<double[]> tips(Figure figure, Ink ink) {
    List<double[]> tips = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Path path
          && path.fill().filter(tint -> isOf(tint, ink)).isPresent()) {
        Mark.Piece.Move tip = (Mark.Piece.Move) path.pieces().getFirst();
        tips.add(new double[] {tip.x(), tip.y()});
      }
    }
    return tips;
  }

  private static boolean isOf(Tint tint, Ink ink) {
    return tint instanceof Tint.Faded(Tint inner, double alpha)
        ? isOf(inner, ink)
        : tint.equals(Tint.of(ink));
  }

  private static boolean near(double[] point, double x, double y) {
    return Math.hypot(point[0] - x, point[1] - y) < 1e-6;
  }
}
