package attentionscope.figure.positions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.TensorId;
import attentionscope.workspace.PanelKind;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.PositionLab.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is true of every figure of the positions view. */
class PositionPanelsTest {

  private static final List<Double> WIDTHS = List.of(440.0, 696.0, 1000.0);

  private final Positions positions = new Positions();

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void everythingStaysInItsFigureAndNoTextMeetsAnother(Encoding encoding) {
    for (PositionLab lab : labs(encoding)) {
      PositionScene scene = positions.scene(lab, lab.length() < 5 ? "a dog" : Positions.SENTENCE);
      for (String language : List.of("en", "ko")) {
        for (double width : WIDTHS) {
          check(scene, positions.examples().frame(width, 0, language));
        }
      }
    }
  }

  private static List<PositionLab> labs(Encoding encoding) {
    return List.of(
        new PositionLab(encoding, 64, 80, 10000, 23, 5),
        new PositionLab(encoding, 4, 5, 10000, 4, 2),
        new PositionLab(encoding, 5, 12, 10000, 0, 11),
        new PositionLab(encoding, 1, 2, 2, 1, 1),
        new PositionLab(encoding, 48, 300, 1e6, 299, 7));
  }

  private void check(PositionScene scene, Frame frame) {
    PanelGrid grid = PanelGrid.of(PositionPanels.of(scene), frame);
    for (PanelGrid.Place place : grid.places()) {
      Figure figure = place.panel().draw(frame.sized(place.rect().width(), place.rect().height()));
      String where = scene.lab() + " " + frame.width() + " " + place.panel().kind() + ": ";
      try {
        FigureFacts.nothingLeaves(figure, frame.measure());
        FigureFacts.textsDoNotMeet(figure, frame.measure());
      } catch (AssertionError fault) {
        throw new AssertionError(where + fault.getMessage(), fault);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void aLongSentenceFitsAsWell(Encoding encoding) {
    String many = "so many words that no row can keep its usual height ".repeat(6);
    PositionScene scene = positions.scene(new PositionLab(encoding, 6, 80, 10000, 3, 1), many);
    for (double width : WIDTHS) {
      check(scene, positions.examples().frame(width, 0, "en"));
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void numbersThatCanBePressedAreCellsOfTheTrace(Encoding encoding) {
    PositionScene scene = positions.scene(encoding);
    Frame frame = positions.examples().frame(1000, 0, "en");
    int found = 0;
    for (PositionPanel panel : PositionPanels.of(scene)) {
      Figure figure = panel.draw(frame.sized(1000, panel.height(frame)));
      for (Hit hit : figure.hits()) {
        if (hit instanceof Hit.Area area && area.target() instanceof Target.Cell cell) {
          found++;
          CellRef ref = cell.ref();
          String number = Numbers.prose(Positions.value(scene, ref));
          assertTrue(area.reading().endsWith(number), () -> ref + " reads " + area.reading());
        }
      }
    }
    assertTrue(found > 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = PanelKind.class,
      names = {"CLOCKS", "ROTATION", "SENTENCE", "WAVES", "SIMILARITY"})
  void everyDecimalDrawnIsTheCellUnderIt(PanelKind kind) {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    Figure figure = positions.draw(scene, kind);
    int decimals = 0;
    for (var text : FigureFacts.texts(figure)) {
      // colours' ends and wavelengths are no cells
      boolean number = text.text().matches("−?\\d*\\.\\d{3}|−?\\d\\.\\de−\\d+");
      if (!number || text.type().equals(Type.ui(11))) {
        continue;
      }
      decimals++;
      Rect rect = FigureFacts.boundsOf(text, positions.examples().measure());
      Hit.Found found = figure.at(rect.centerX(), rect.centerY()).orElseThrow();
      CellRef ref = ((Target.Cell) found.target()).ref();
      assertEquals(Numbers.cell(Positions.value(scene, ref)), text.text());
    }
    assertTrue(decimals > 0);
  }

  @Test
  void everyEncodingHasTheFiguresOfItsKind() {
    assertEquals(
        List.of(
            PanelKind.CODE,
            PanelKind.DOTS,
            PanelKind.WAVES,
            PanelKind.SIMILARITY,
            PanelKind.CLOCKS,
            PanelKind.ROTATION,
            PanelKind.WAVELENGTHS,
            PanelKind.SENTENCE,
            PanelKind.TESTS,
            PanelKind.SHUFFLE),
        kinds(Encoding.SINUSOIDAL));
    assertEquals(PanelKind.TURNING, kinds(Encoding.ROTARY).getFirst());
    assertTrue(kinds(Encoding.ALIBI).contains(PanelKind.DISTANCES));
    assertTrue(kinds(Encoding.BUCKETS).containsAll(List.of(PanelKind.BUCKETS, PanelKind.TABLE)));
    assertFalse(kinds(Encoding.LEARNED).contains(PanelKind.ROTATION));
    assertFalse(kinds(Encoding.NONE).contains(PanelKind.DOTS));
  }

  private List<PanelKind> kinds(Encoding encoding) {
    return Positions.kinds(positions.scene(encoding));
  }

  @Test
  void figuresStandSideBySideWhereTheyHaveRoom() {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    List<PositionPanel> panels = PositionPanels.of(scene);
    PanelGrid wide = PanelGrid.of(panels, positions.examples().frame(1000, 0, "en"));
    PanelGrid narrow = PanelGrid.of(panels, positions.examples().frame(440, 0, "en"));
    assertEquals(wide.places().get(0).rect().y(), wide.places().get(1).rect().y());
    assertEquals(Set.of(0.0), lefts(narrow));
    for (PanelGrid grid : List.of(wide, narrow)) {
      List<Rect> rects = new ArrayList<>(grid.places().stream().map(p -> p.rect()).toList());
      for (Rect rect : rects) {
        assertEquals(1, rects.stream().filter(rect::overlaps).count());
        assertTrue(rect.bottom() <= grid.height());
      }
    }
  }

  @Test
  void togetherTheyAreOneFigure() {
    PositionScene scene = positions.scene(Encoding.SINUSOIDAL);
    Frame frame = positions.examples().frame(1000, 0, "en");
    PanelGrid grid = PanelGrid.of(PositionPanels.of(scene), frame);
    Figure all = grid.draw(frame);
    FigureFacts.nothingLeaves(all, frame.measure());
    FigureFacts.textsDoNotMeet(all, frame.measure());
    PanelGrid.Place dots = grid.places().get(1);
    Figure alone = dots.panel().draw(frame.sized(dots.rect().width(), dots.rect().height()));
    CellRef cell = new CellRef(TensorId.of("position.dots"), 3, 4);
    Rect there = alone.placesOf(cell).getFirst().moved(dots.rect().x(), dots.rect().y());
    assertEquals(there, all.placesOf(cell).getFirst());
  }

  private static Set<Double> lefts(PanelGrid grid) {
    Set<Double> lefts = new TreeSet<>();
    grid.places().forEach(place -> lefts.add(place.rect().x()));
    return lefts;
  }

  @Test
  void captionsNameBothAxes() {
    Figure code = positions.draw(positions.scene(Encoding.SINUSOIDAL), PanelKind.CODE);
    assertTrue(code.reading().get(1).startsWith("Position to the right, dimension downwards."));
  }

  @Test
  void withoutASentenceItIsSaidWhatCouldBeThere() {
    PositionScene scene = positions.scene(PositionLab.PLAIN, "");
    assertFalse(Positions.kinds(scene).contains(PanelKind.SHUFFLE));
    Figure figure = positions.draw(scene, PanelKind.SENTENCE);
    assertTrue(figure.reading().get(1).startsWith("Type words above"));
  }
}
