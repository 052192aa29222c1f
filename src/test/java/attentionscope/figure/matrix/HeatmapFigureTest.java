package attentionscope.figure.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Hit;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatmapFigureTest {

  private final Examples examples = new Examples();
  private final Node weights = Examples.node(examples.home(), "encoder.0.self.head.0.weights");

  private Figure draw(Node node, MatrixLook look) {
    return HeatmapFigure.of(node, look, Pointing.NONE).draw(examples.frame());
  }

  @Test
  void everyCellIsFoundWhereItIs() {
    Node cross = Examples.node(examples.translation(), "decoder.0.cross.head.1.weights");
    for (MatrixLook look : List.of(MatrixLook.PLAIN, MatrixLook.PLAIN.withTransposed(true))) {
      Figure figure = draw(cross, look);
      for (int row = 0; row < 5; row++) {
        for (int column = 0; column < 4; column++) {
          CellRef ref = cross.ref(row, column);
          Rect place = figure.placesOf(ref).getFirst();
          Hit.Found found = figure.at(place.centerX(), place.centerY()).orElseThrow();
          assertEquals(new Target.Cell(ref), found.target());
          assertTrue(found.reading().contains(cross.columns().label(column)), found.reading());
        }
      }
    }
  }

  @Test
  void aCellChangedByHandHasItsCornerFoldedAndSaysSo() {
    CellRef cell = weights.ref(0, 2);
    Trace changed =
        examples.run(
            Workspace.of("toy/i-go-home", Typed.source("I go home"))
                .withInterventions(List.of(new Intervention.SetCell(cell, 0.5f))));
    Figure figure = draw(Examples.node(changed, weights.id().path()), MatrixLook.PLAIN);
    Rect place = figure.placesOf(cell).getFirst();
    List<Mark.Path> corners =
        figure.marks().stream()
            .filter(Mark.Path.class::isInstance)
            .map(Mark.Path.class::cast)
            .filter(path -> path.fill().isPresent())
            .toList();
    // one in the cell, one in the legend
    assertEquals(2, corners.size());
    Mark.Piece.Straight point = (Mark.Piece.Straight) corners.getFirst().pieces().get(1);
    assertTrue(place.contains(point.x(), point.y()), point.toString());
    String reading = figure.at(place.centerX(), place.centerY()).orElseThrow().reading();
    assertTrue(reading.endsWith("changed by hand"), reading);
    Figure plain = draw(weights, MatrixLook.PLAIN);
    assertTrue(plain.marks().stream().noneMatch(Mark.Path.class::isInstance));
  }

  @Test
  void aCellShowsTheNumberOfTheTrace() {
    Figure figure = draw(weights, MatrixLook.PLAIN);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        Rect place = figure.placesOf(weights.ref(row, column)).getFirst();
        String shown =
            FigureFacts.texts(figure).stream()
                .filter(text -> place.contains(text.x(), text.y()))
                .map(Mark.Text::text)
                .collect(Collectors.joining());
        assertEquals(
            String.format("%.3f", weights.at(row, column)).substring(1).replace(',', '.'), shown);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"760,700,en", "440,520,ko", "440,520,en", "1300,760,ko", "240,200,en"})
  void nothingIsCutOrOverlaps(double width, double height, String language) {
    Trace trace = examples.translation();
    for (String id :
        List.of(
            "decoder.0.self.head.0.weights",
            "decoder.0.cross.head.0.scores",
            "decoder.0.self.head.0.masked",
            "encoder.0.feedforward.hidden",
            "encoder.0.self.head.0.q",
            "probabilities")) {
      for (boolean transposed : new boolean[] {false, true}) {
        Node node = Examples.node(trace, id);
        Pointing pointing =
            new Pointing(
                Optional.of(node.ref(1, 1)),
                Optional.of(node.ref(2, 0)),
                List.of(Region.row(node.id(), 0)));
        Figure figure =
            HeatmapFigure.of(node, MatrixLook.PLAIN.withTransposed(transposed), pointing)
                .draw(examples.frame(width, height, language));
        FigureFacts.nothingLeaves(figure, examples.measure());
        FigureFacts.textsDoNotMeet(figure, examples.measure());
      }
    }
  }

  @Test
  void bothAxesAreNamedInEveryLanguageAndFollowWhenTransposed() {
    Node cross = Examples.node(examples.translation(), "decoder.0.cross.head.1.weights");
    Figure english = draw(cross, MatrixLook.PLAIN);
    assertTrue(FigureFacts.says(english, "queries (target) ↓"));
    assertTrue(FigureFacts.says(english, "keys (source) →"));
    Figure turned = draw(cross, MatrixLook.PLAIN.withTransposed(true));
    assertTrue(FigureFacts.says(turned, "queries (target) →"));
    assertTrue(FigureFacts.says(turned, "keys (source) ↓"));
    Figure korean =
        HeatmapFigure.of(weights, MatrixLook.PLAIN, Pointing.NONE)
            .draw(examples.frame(440, 520, "ko"));
    assertTrue(FigureFacts.says(korean, "쿼리 ↓"));
    assertTrue(FigureFacts.says(korean, "키 →"));
    assertTrue(english.reading().get(1).contains("queries"));
    assertTrue(english.reading().get(2).contains("keys"));
  }

  @Test
  void maskedCellsAreHatchedAndNoOthers() {
    Trace trace = examples.translation();
    for (String id : List.of("decoder.0.self.head.0.weights", "decoder.0.self.head.0.masked")) {
      Node node = Examples.node(trace, id);
      Figure figure = draw(node, MatrixLook.PLAIN);
      for (int row = 0; row < 5; row++) {
        for (int column = 0; column < 5; column++) {
          Rect place = figure.placesOf(node.ref(row, column)).getFirst();
          boolean hatched =
              figure.marks().stream()
                  .anyMatch(
                      mark ->
                          mark instanceof Mark.Hatch hatch
                              && place.contains(hatch.rect().centerX(), hatch.rect().centerY()));
          assertEquals(column > row, hatched, node.ref(row, column).toString());
        }
      }
    }
  }

  @Test
  void theNameOfARowStandsForTheRow() {
    Figure figure = draw(weights, MatrixLook.PLAIN);
    Rect place = figure.placesOf(Region.row(weights.id(), 1)).getLast();
    Hit.Found found = figure.at(place.x() + 2, place.centerY()).orElseThrow();
    assertEquals(new Target.Area(Region.row(weights.id(), 1)), found.target());
    assertEquals("row 1, query “go”", found.reading());
  }

  @Test
  void aMatrixWithMoreCellsThanPixelsIsReducedAndSaysSo() {
    int size = 2000;
    Axis axis = Axis.of(Axis.Role.POSITIONS, size);
    Node large = Examples.given("large", axis, axis);
    FMatrixRMaj values = large.value();
    for (int i = 0; i < values.data.length; i++) {
      values.data[i] = (i % 97) / 100f;
    }
    values.set(1234, 567, -5f);
    Figure figure = draw(large, MatrixLook.PLAIN);
    FigureFacts.nothingLeaves(figure, examples.measure());
    assertTrue(figure.marks().size() < 3000, "far fewer marks than cells");
    Rect label = figure.placeOf(HeatmapFigure.REDUCTION).orElseThrow();
    String says = figure.at(label.centerX(), label.centerY()).orElseThrow().reading();
    assertTrue(says.contains("largest of"), says);
    Mark.Raster raster =
        figure.marks().stream()
            .filter(mark -> mark instanceof Mark.Raster r && r.at().numRows > 1)
            .map(Mark.Raster.class::cast)
            .findFirst()
            .orElseThrow();
    // the one large number is not lost between the others
    float least =
        IntStream.range(0, raster.at().getNumElements())
            .mapToObj(i -> raster.at().data[i])
            .min(Float::compare)
            .orElseThrow();
    assertEquals(-1f, least);
    Figure mean = draw(large, MatrixLook.PLAIN.withReduction(MatrixLook.Reduction.MEAN));
    Rect other = mean.placeOf(HeatmapFigure.REDUCTION).orElseThrow();
    assertTrue(mean.at(other.centerX(), other.centerY()).orElseThrow().reading().contains("mean"));
  }

  @Test
  void aRowThatDoesNotSumToOneIsMarked() {
    Axis tokens = Axis.of(Axis.Role.SOURCE_TOKENS, List.of("a", "b"));
    Node broken =
        Examples.given(
            "encoder.0.self.head.0.weights", tokens.queries(), tokens.keys(), .5f, .5f, .2f, .3f);
    Figure figure = draw(broken, MatrixLook.PLAIN);
    assertTrue(FigureFacts.says(figure, "Σ row = 1 ✗"));
    assertTrue(figure.reading().contains("The weights of query “b” sum to 0.500 and not to one."));
    assertTrue(FigureFacts.says(draw(weights, MatrixLook.PLAIN), "Σ row = 1 ✓"));
  }

  @Test
  void aNumberThatOnlyLooksLikeZeroIsNotShownAsZero() {
    Node node = Examples.given("x", Axis.features(1), Axis.features(3), 0f, 1e-7f, .5f);
    Figure figure = draw(node, MatrixLook.PLAIN);
    assertTrue(FigureFacts.says(figure, "~0"));
    assertTrue(FigureFacts.says(figure, "0"));
  }

  @Test
  void aHugeNumberLeavesTheOthersAsTheyAre() {
    Axis three = Axis.features(3);
    Figure small = draw(Examples.given("x", Axis.features(1), three, -9.25f, .5f, 2f));
    Figure huge = draw(Examples.given("x", Axis.features(1), three, -1e9f, .25f, 2f));
    assertTrue(FigureFacts.says(huge, "−1e9"));
    assertEquals(sizeOf(".50", small), sizeOf(".25", huge));
  }

  private Figure draw(Node node) {
    return HeatmapFigure.of(node, MatrixLook.PLAIN, Pointing.NONE)
        .draw(examples.frame(300, 260, "en"));
  }

  private static double sizeOf(String number, Figure figure) {
    return FigureFacts.texts(figure).stream()
        .filter(text -> text.text().equals(number))
        .findFirst()
        .orElseThrow()
        .type()
        .size();
  }

  @Test
  void negativeCellsWithoutANumberCarryAMark() {
    Axis many = Axis.features(60);
    Node node = Examples.given("x", Axis.features(2), many, -1f, 1f);
    Figure figure = draw(node, MatrixLook.PLAIN);
    Rect minus = figure.placesOf(node.ref(0, 0)).getFirst();
    Rect plus = figure.placesOf(node.ref(0, 1)).getFirst();
    assertTrue(hasLine(figure, minus));
    assertFalse(hasLine(figure, plus));
  }

  private static boolean hasLine(Figure figure, Rect place) {
    return figure.marks().stream()
        .anyMatch(
            mark ->
                mark instanceof Mark.Line line
                    && place.contains((line.x1() + line.x2()) / 2, line.y1()));
  }
}
