package attentionscope.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A long formula is broken before its own signs and nowhere else. */
class FormulaFlowTest {

  @Test
  void sumsAreBrokenBeforeEachSign() {
    assertEquals(
        List.of("2 \\cdot 2", "+\\;1 \\cdot 0", "=\\;4"),
        FormulaFlow.parts("2 \\cdot 2 + 1 \\cdot 0 = 4"));
  }

  @Test
  void bracketsAreKeptWhole() {
    assertEquals(
        List.of("\\frac{e^{0 + 1}}{2 + 3}", "=\\;\\left(1 + 2\\right)"),
        FormulaFlow.parts("\\frac{e^{0 + 1}}{2 + 3} = \\left(1 + 2\\right)"));
  }

  @Test
  void severalLinesAreLeftAsTheyAre() {
    String lines = "\\begin{array}{rl} a &= 1 \\\\ b &= 2 \\end{array}";
    assertEquals(List.of(lines), FormulaFlow.parts(lines));
  }
}
