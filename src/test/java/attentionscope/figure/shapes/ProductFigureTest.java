package attentionscope.figure.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.FigureFacts;
import attentionscope.figure.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductFigureTest {

  private static final Examples EXAMPLES = new Examples();

  @Test
  void sizesThatMeetGiveAProduct() {
    Figure figure = draw(3, 2, 2, 4);
    assertEquals(List.of("(3 × 2) · (2 × 4): the inner sizes meet: 2 = 2 ✓"), figure.reading());
    assertTrue(FigureFacts.says(figure, "3 × 4"));
    assertTrue(FigureFacts.says(figure, "="));
  }

  @Test
  void sizesThatDifferGiveNone() {
    Figure figure = draw(3, 2, 3, 4);
    assertEquals(List.of("(3 × 2) · (3 × 4): the inner sizes differ: 2 ≠ 3"), figure.reading());
    assertTrue(FigureFacts.says(figure, "≠"));
    assertTrue(FigureFacts.says(figure, "?"));
  }

  @ParameterizedTest
  @CsvSource({"3,2,2,4", "3,2,3,4", "10,64,48,10", "512,512,512,64", "1,1,1,1"})
  void everythingStaysInTheFrame(int a, int b, int c, int d) {
    for (double width : new double[] {440, 900}) {
      Frame frame = EXAMPLES.frame(width, 320, "en");
      Figure figure = ProductFigure.of(new MatrixSize(a, b), new MatrixSize(c, d)).draw(frame);
      FigureFacts.nothingLeaves(figure, frame.measure());
      FigureFacts.textsDoNotMeet(figure, frame.measure());
    }
  }

  private static Figure draw(int a, int b, int c, int d) {
    return ProductFigure.of(new MatrixSize(a, b), new MatrixSize(c, d))
        .draw(EXAMPLES.frame(640, 320, "en"));
  }
}
