package attentionscope.figure.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.FormulaMeasure.Extent;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulasTest {

  private static final String SOFTMAX = "\\frac{e^{2.000-2.000}}{1.503} = 0.665";

  private final Formulas formulas = new Formulas();

  @Test
  void aFormulaGrowsEvenlyWithItsSize() {
    Extent small = formulas.extent(SOFTMAX, 10);
    Extent large = formulas.extent(SOFTMAX, 30);
    assertEquals(3 * small.width(), large.width(), 1e-9);
    assertEquals(3 * small.height(), large.height(), 1e-9);
    assertTrue(small.baseline() < small.height());
  }

  @Test
  void outlinesStayWithinTheExtentMeasured() {
    Extent extent = formulas.extent(SOFTMAX, 20);
    Rect rect = new Rect(100, 50, extent.width(), extent.height());
    Mark.Path path = formulas.path(new Mark.Formula(rect, SOFTMAX, 20, Tint.of(Ink.TEXT)));
    assertFalse(path.pieces().isEmpty());
    Rect around = rect.inset(-2);
    for (Piece piece : path.pieces()) {
      switch (piece) {
        case Piece.Move to -> assertTrue(around.contains(to.x(), to.y()), piece::toString);
        case Piece.Straight to -> assertTrue(around.contains(to.x(), to.y()), piece::toString);
        case Piece.Curve to -> assertTrue(around.contains(to.x(), to.y()), piece::toString);
        case Piece.Close close -> {}
      }
    }
  }

  @Test
  void whatIsNoFormulaIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> formulas.extent("\\nosuchcommand{1}", 20));
    assertFalse(formulas.isFormula("\\nosuchcommand{1}"));
    assertTrue(formulas.isFormula("\\sqrt{d_k}"));
  }

  /** A letter that no font has is drawn as a box, the same for all. */
  @Test
  void koreanLettersAreWrittenWithTheProgramsFont() throws Problem {
    FontMeasure.load(ProgramFolder.find());
    List<Piece> one = pieces("\\text{사}");
    List<Piece> other = pieces("\\text{빵}");
    assertTrue(one.size() > 12, () -> one.size() + " pieces");
    assertNotEquals(one.size(), other.size());
  }

  private List<Piece> pieces(String latex) {
    Extent extent = formulas.extent(latex, 20);
    Rect rect = new Rect(0, 0, extent.width(), extent.height());
    return formulas.path(new Mark.Formula(rect, latex, 20, Tint.of(Ink.TEXT))).pieces();
  }
}
