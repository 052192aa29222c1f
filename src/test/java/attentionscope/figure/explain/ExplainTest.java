package attentionscope.figure.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.language.Texts;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplainTest {

  private final Examples examples = new Examples();
  private final Trace trace = examples.home();

  private Expr expr(String id, int row, int column) {
    return Examples.node(trace, id).explain(row, column);
  }

  private Expr head(String leaf, int row, int column) {
    return expr("encoder.0.self.head.0." + leaf, row, column);
  }

  private Texts texts(String language) {
    return examples.frame(1, 1, language).texts();
  }

  @Test
  void aWeightIsAFractionInTex() {
    Expr weight = head("weights", 0, 2);
    assertEquals("\\frac{e^{2.000 - 2.000}}{1.503} = 0.665", ExprLatex.equation(weight));
    assertEquals(
        List.of(
            "\\max = \\max\\left(0.000,\\ 1.000,\\ 2.000\\right) = 2.000",
            "\\Sigma = e^{0.000 - 2.000} + e^{1.000 - 2.000} + e^{2.000 - 2.000} = 1.503"),
        ExprLatex.definitions(weight));
  }

  @Test
  void aScoreIsASumOfProducts() {
    Expr score = head("scores", 0, 2);
    assertEquals(
        "2.000·2.000 + 0.000·0.000 + 1.000·0.000 + 0.000·0.000 = 4.000", ExprText.equation(score));
  }

  @Test
  void aNegativeFactorStandsInParentheses() {
    assertEquals(
        "0.090·1.000 + 0.245·0.000 + 0.665·(−1.000) = −0.575",
        ExprText.equation(head("output", 0, 1)));
    assertEquals(
        "0.090 \\cdot 1.000 + 0.245 \\cdot 0.000 + 0.665 \\cdot \\left(-1.000\\right) = -0.575",
        ExprLatex.equation(head("output", 0, 1)));
  }

  @Test
  void aRootIsWrittenAsARoot() {
    assertEquals("4.000 / √4 = 2.000", ExprText.equation(head("scaled", 0, 2)));
    assertEquals("\\frac{4.000}{\\sqrt{4}} = 2.000", ExprLatex.equation(head("scaled", 0, 2)));
  }

  @Test
  void ofManyTermsTheThreeLargestAndTheirNumberAreWritten() {
    Expr.SumOfProducts sum =
        new Expr.SumOfProducts(
            IntStream.rangeClosed(1, 64)
                .mapToObj(
                    i ->
                        new Expr.Product(Expr.Constant.of(i % 5 == 0 ? i : 0), Expr.Constant.of(1)))
                .toList());
    assertEquals("50·1 + 55·1 + 60·1 + … (+61)", ExprText.of(sum));
    assertTrue(ExprLatex.of(sum).endsWith("60 \\cdot 1 + \\underbrace{\\cdots}_{61}"));
    assertEquals(65, ExprCsv.of(sum).lines().count(), "the table has them all");
  }

  @Test
  void theTableNamesEveryCellThatIsRead() {
    String csv = ExprCsv.of(head("output", 0, 1));
    List<String> lines = csv.lines().toList();
    assertEquals("term,value,expression,cell 0,value 0,cell 1,value 1", lines.getFirst());
    assertEquals(
        "2,-0.66524094,0.665·(−1.000),\"encoder.0.self.head.0.weights[0,2]\",0.66524094,"
            + "\"encoder.0.self.head.0.v[2,1]\",-1.0",
        lines.getLast());
    assertTrue(csv.endsWith("\r\n"));
  }

  @Test
  void operandsAreTheCellsReadEachOnce() {
    Node scaled = Examples.node(trace, "encoder.0.self.head.0.masked");
    assertEquals(
        List.of(scaled.ref(0, 2), scaled.ref(0, 0), scaled.ref(0, 1)).stream()
            .sorted(java.util.Comparator.comparing(CellRef::column))
            .toList(),
        Operands.of(head("weights", 0, 2)).stream()
            .sorted(java.util.Comparator.comparing(CellRef::column))
            .toList());
  }

  @Test
  void everyExplanationOfARunIsAFormulaAndASentence() {
    ExprSpeech english = new ExprSpeech(texts("en"));
    ExprSpeech korean = new ExprSpeech(texts("ko"));
    for (Trace run : List.of(trace, examples.translation())) {
      for (Node node : run.nodes()) {
        Expr expr = node.explain(0, 0);
        assertTrue(
            examples.formulas().isFormula(ExprLatex.equation(expr)),
            () -> node + ": " + ExprLatex.equation(expr));
        ExprLatex.definitions(expr)
            .forEach(line -> assertTrue(examples.formulas().isFormula(line), line));
        assertTrue(ExprCsv.of(expr).lines().count() >= 2);
        assertTrue(english.sentence(expr).endsWith("."), english.sentence(expr));
        assertTrue(korean.sentence(expr).endsWith("."), korean.sentence(expr));
      }
    }
  }

  @Test
  void aSentenceCanBeHeard() {
    assertEquals(
        "4 divided by 2; that is 2.000.",
        new ExprSpeech(texts("en")).sentence(head("scaled", 0, 2)));
    assertEquals(
        "4 나누기 2, 결과는 2.000입니다.", new ExprSpeech(texts("ko")).sentence(head("scaled", 0, 2)));
  }
}
