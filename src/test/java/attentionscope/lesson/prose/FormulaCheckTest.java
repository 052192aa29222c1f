package attentionscope.lesson.prose;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import attentionscope.files.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QK^\\top",
        "\\text{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V",
        "\\sum_{j=0}^{n} a_{ij} v_j",
        "\\sqrt[3]{x}",
        "\\tfrac12",
        "\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}",
        "\\left\\{ a \\mid b \\right\\}",
        "PE_{(pos,2i)} = \\sin(pos / 10000^{2i/d})",
        "x' + \\hat{y}"
      })
  void isSound(String tex) {
    assertDoesNotThrow(() -> FormulaCheck.check(tex));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\fracc{a}{b}; formula-command",
        "\\frac{a}; formula-argument",
        "\\frac{a}{; formula-open",
        "\\sqrt; formula-argument",
        "x__y; formula-argument",
        "x^; formula-argument",
        "{a; formula-open",
        "a}; formula-open",
        "\\left(a; formula-open",
        "a \\right); formula-open",
        "\\begin{pmatrix} 1; formula-open",
        "\\begin{verbatim} x \\end{verbatim}; formula-command",
        "50 %; formula-sign",
        "\\; formula-command",
        "\\input{/etc/passwd}; formula-command",
        "\\includegraphics{a.png}; formula-command",
        "\\newcommand{\\a}{\\a\\a}; formula-command",
        "\\def\\a{b}; formula-command"
      })
  void isBroken(String tex, String key) {
    Problem problem = assertThrows(Problem.class, () -> FormulaCheck.check(tex));
    assertEquals("lesson.problem." + key, problem.key());
  }
}
