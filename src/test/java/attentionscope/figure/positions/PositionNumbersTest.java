package attentionscope.figure.positions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Hit;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.PanelKind;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.PositionLab.Encoding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers in the figures of the positions view, and what is said beside them. */
class PositionNumbersTest {

  private static final TensorId CODE = TensorId.of("position.code");

  private final Positions positions = new Positions();

  @Test
  void theCodeOfWidthFourShowsTheWorkedNumbers() {
    Figure code = positions.draw(positions.small(), PanelKind.CODE);
    for (String number : List.of(".841", ".540", ".010", ".909", "−.416", ".141", "−.990")) {
      assertTrue(FigureFacts.says(code, number), number);
    }
    Figure dots = positions.draw(positions.small(), PanelKind.DOTS, 320, "en");
    for (String number : List.of("2.000", "1.540", ".584", ".010", ".346")) {
      assertTrue(FigureFacts.says(dots, number), number);
    }
  }

  @Test
  void theRotationOfWorkedExampleTwentyIsShown() {
    Figure figure = positions.draw(positions.small(), PanelKind.ROTATION);
    // R₂ (.841, .540) = (.141, −.990)
    assertEquals(2, count(figure, "−.416"));
    assertEquals(1, count(figure, ".909"));
    assertEquals(1, count(figure, "−.909"));
    assertEquals(2, count(figure, ".141"));
    assertEquals(2, count(figure, "−.990"));
    assertTrue(FigureFacts.says(figure, "R₂"));
  }

  private static long count(Figure figure, String text) {
    return FigureFacts.texts(figure).stream()
        .filter(mark -> mark.text().equals(text) && mark.type().equals(Style.VALUE))
        .count();
  }

  @Test
  void positionsRunToTheRightUnlessTransposed() {
    PositionScene scene = positions.small();
    assertEquals(new CellRef(CODE, 4, 0), corner(positions.draw(scene, PanelKind.CODE)));
    PositionScene turned =
        new PositionScene(
            scene.lab(),
            scene.trace(),
            scene.findings(),
            MatrixLook.PLAIN.withTransposed(true),
            Pointing.NONE);
    assertEquals(new CellRef(CODE, 0, 3), corner(positions.draw(turned, PanelKind.CODE)));
  }

  /** The cell in the upper right corner. */
  private static CellRef corner(Figure figure) {
    Hit.Grid grid =
        (Hit.Grid)
            figure.hits().stream().filter(hit -> hit instanceof Hit.Grid).findFirst().orElseThrow();
    Rect rect = grid.rect();
    Hit.Found found = grid.at(rect.right() - 1, rect.y() + 1).orElseThrow();
    return ((Target.Cell) found.target()).ref();
  }

  @Test
  void theSelectedDimensionIsAmongTheWaves() {
    Pointing pointing = Pointing.at(new CellRef(CODE, 3, 41));
    PositionScene scene = positions.scene(PositionLab.PLAIN, Positions.SENTENCE, pointing);
    WavesBody waves = new WavesBody(scene, scene.code().orElseThrow());
    assertTrue(waves.columns().containsAll(List.of(40, 41)));
    assertEquals(20, scene.pair().orElseThrow().index());
  }

  @Test
  void aHandStandsWhereCosineAndSineSay() {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    for (Pair pair : scene.pairs()) {
      double x = pair.x(scene.code().orElseThrow(), 23);
      double y = pair.y(scene.code().orElseThrow(), 23);
      assertEquals(1, Math.hypot(x, y), 1e-6);
      double angle = 2 * Math.PI * 23 / pair.wavelength();
      assertEquals(Math.cos(angle), x, 1e-5);
      assertEquals(Math.sin(angle), y, 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoding.class,
      names = {"ROTARY", "ROTARY_HALVES"})
  void aRotaryHandTurnsAgainstTheClockByItsWavelength(Encoding encoding) {
    PositionScene scene = positions.scene(encoding);
    var code = scene.code().orElseThrow();
    for (Pair pair : scene.pairs()) {
      double before = Math.atan2(pair.y(code, 0), pair.x(code, 0));
      double after = Math.atan2(pair.y(code, 1), pair.x(code, 1));
      double turned = (after - before + 2 * Math.PI) % (2 * Math.PI);
      assertEquals(2 * Math.PI / pair.wavelength(), turned, 1e-5);
    }
  }

  @Test
  void theRotationStopsWhereNoPositionIsFurtherOn() {
    PositionLab lab = PositionLab.PLAIN.withPosition(79);
    Figure figure = positions.draw(positions.scene(lab, Positions.SENTENCE), PanelKind.ROTATION);
    assertTrue(figure.reading().get(1).contains("Position 74 is the last"));
  }

  @Test
  void anOddWidthIsSaidToLeaveASineAlone() {
    PositionScene scene =
        positions.scene(
            new PositionLab(Encoding.SINUSOIDAL, 5, 12, 10000, 2, 3), Positions.SENTENCE);
    assertTrue(says(scene, PanelKind.CODE).contains("dimension 4, has no cosine"));
    assertTrue(says(scene, PanelKind.ROTATION).contains("Dimension 4 is a sine without a cosine"));
    assertTrue(says(scene, PanelKind.TESTS).contains("the last sine has no cosine to turn with"));
    assertTrue(FigureFacts.says(positions.draw(scene, PanelKind.CLOCKS), "no cosine"));
    // and there the error is the sine that was not turned
    CellRef largest = ((RotationBody) RotationBody.of(scene).orElseThrow()).largest();
    assertEquals(4, largest.column());
    assertEquals(
        Positions.value(scene, new CellRef(CODE, largest.row() + 3, 4)),
        Positions.value(scene, largest));
  }

  private String says(PositionScene scene, PanelKind kind) {
    return String.join(" ", positions.draw(scene, kind).reading());
  }

  @Test
  void theSumOfEmbeddingAndCodeIsShownForOneCell() {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    SentenceBody body = (SentenceBody) SentenceBody.of(scene).orElseThrow();
    CellRef sum = body.cell();
    float scaled = Positions.value(scene, at(sum, "source.scaled"));
    float code = Positions.value(scene, at(sum, "source.position"));
    assertEquals(scaled + code, Positions.value(scene, at(sum, "source.input")));
    Figure figure = positions.draw(scene, PanelKind.SENTENCE);
    for (String id : List.of("source.scaled", "source.position", "source.input")) {
      assertTrue(
          figure.hits().stream()
              .anyMatch(
                  hit ->
                      hit instanceof Hit.Area area
                          && area.target().equals(new Target.Cell(at(sum, id)))),
          id);
    }
  }

  private static CellRef at(CellRef cell, String id) {
    return new CellRef(TensorId.of(id), cell.row(), cell.column());
  }

  @Test
  void onlyTheTypedSentenceIsShownAndNotTheShuffledOne() {
    Figure figure = positions.draw(positions.scene(Encoding.SINUSOIDAL), PanelKind.SENTENCE);
    for (Hit hit : figure.hits()) {
      if (hit instanceof Hit.Grid grid) {
        assertEquals(5, grid.rows());
      }
    }
    assertTrue(figure.placesOf(new CellRef(TensorId.of("source.input"), 5, 0)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void theShuffleTestShowsTheLargestDifference(Encoding encoding) {
    PositionScene scene = positions.scene(encoding);
    var difference = scene.find("shuffle.difference").orElseThrow();
    CellRef largest = ShuffleBody.largest(difference);
    Figure figure = positions.draw(scene, PanelKind.SHUFFLE, 330, "en");
    Rect place = figure.placesOf(largest).getFirst();
    String number = Numbers.cell(Math.abs(Positions.value(scene, largest)));
    Optional<Mark.Text> drawn =
        FigureFacts.texts(figure).stream()
            .filter(text -> place.contains(text.x(), text.y() - 4))
            .findFirst();
    assertEquals(number, drawn.orElseThrow().text());
    boolean seen = says(scene, PanelKind.SHUFFLE).contains("without positions");
    assertTrue(seen);
    assertEquals(
        encoding == Encoding.NONE,
        FigureFacts.says(figure, "The layer can’t see order: only rounding is left.")
            || FigureFacts.says(figure, "The layer can’t see order: only rounding is"));
  }

  @Test
  void aTestThatDoesNotApplySaysWhy() {
    for (Encoding encoding : List.of(Encoding.ROTARY, Encoding.ALIBI, Encoding.BUCKETS)) {
      List<String> reading = positions.draw(positions.scene(encoding), PanelKind.TESTS).reading();
      assertEquals(
          5,
          reading.stream().filter(line -> line.contains("does not apply. Does not apply")).count());
    }
    assertTrue(
        says(positions.scene(Encoding.LEARNED), PanelKind.TESTS)
            .contains("the table ends where learning ended"));
  }

  @Test
  void testsShowTheNumbersTheyWereDecidedBy() {
    PositionScene scene = positions.scene(Encoding.INTEGERS);
    String says = says(scene, PanelKind.TESTS);
    assertTrue(
        says.contains("Bounded: failed. Farthest from zero in a text four times as long: 319"));
    PositionScene waiting =
        new PositionScene(
            scene.lab(), scene.trace(), Optional.empty(), MatrixLook.PLAIN, Pointing.NONE);
    assertTrue(FigureFacts.says(positions.draw(waiting, PanelKind.TESTS), "Measuring …"));
  }

  @Test
  void whatIsNotLearnedIsSaidToBeDrawn() {
    assertTrue(
        says(positions.scene(Encoding.LEARNED), PanelKind.CODE).contains("Not learned here"));
    assertTrue(says(positions.scene(Encoding.BUCKETS), PanelKind.TABLE).contains("seed 17"));
  }

  @Test
  void slopesAreTheBiasAtDistanceOne() {
    Figure figure = positions.draw(positions.scene(Encoding.ALIBI), PanelKind.HEADS);
    for (String slope : List.of("−.500", "−.250", "−.125", "−.063", "−.004")) {
      assertTrue(FigureFacts.says(figure, slope), slope);
    }
  }

  @Test
  void aBucketsRunLeadsToItsRowOfTheTable() {
    PositionScene scene =
        positions.scene(
            PositionLab.PLAIN.withEncoding(Encoding.BUCKETS).withPosition(40), Positions.SENTENCE);
    Figure figure = positions.draw(scene, PanelKind.BUCKETS);
    assertTrue(figure.reading().contains("Bucket 0: distances 0 to 0."));
    assertTrue(figure.reading().contains("Bucket 8: distances −11 to −8."));
    TensorId table = TensorId.of("position.bias.weight");
    assertEquals(1, figure.placesOf(Region.row(table, 8)).size());
  }

  @Test
  void dotsOfOtherPositionsLieOnTheSameLineForSines() {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    var dots = scene.find("position.dots").orElseThrow();
    for (int distance = 0; distance < 40; distance++) {
      assertEquals(dots.at(23, 23 + distance), dots.at(0, distance), 1e-4);
    }
  }
}
