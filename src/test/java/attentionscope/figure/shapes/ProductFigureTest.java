package attentionscope.figure.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Frames;
import attentionscope.figure.Geometry;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductFigureTest {

  @Test
  void sizesThatMeetGiveAProduct() {
    Figure figure = draw(3, 2, 2, 4);
    assertEquals(List.of("(3 × 2) · (2 × 4): the inner sizes meet: 2 = 2 ✓"), figure.reading());
    assertTrue(texts(figure).contains("3 × 4"));
    assertTrue(texts(figure).contains("="));
  }

  @Test
  void sizesThatDifferGiveNone() {
    Figure figure = draw(3, 2, 3, 4);
    assertEquals(List.of("(3 × 2) · (3 × 4): the inner sizes differ: 2 ≠ 3"), figure.reading());
    assertTrue(texts(figure).containsAll(List.of("≠", "?")));
  }

  @ParameterizedTest
  @CsvSource({"3,2,2,4", "3,2,3,4", "10,64,48,10", "512,512,512,64", "1,1,1,1"})
  void everythingStaysInTheFrame(int a, int b, int c, int d) {
    for (double width : new double[] {440, 900}) {
      Frame frame = Frames.english(width, 320);
      Figure figure = ProductFigure.of(new MatrixSize(a, b), new MatrixSize(c, d)).draw(frame);
      for (Rect text : Geometry.texts(figure, frame.measure())) {
        assertTrue(figure.bounds().contains(text), text::toString);
      }
      for (Mark mark : figure.marks()) {
        if (mark instanceof Mark.Box box) {
          assertTrue(figure.bounds().contains(box.rect()), box::toString);
        }
      }
    }
  }

  private static Figure draw(int a, int b, int c, int d) {
    return ProductFigure.of(new MatrixSize(a, b), new MatrixSize(c, d))
        .draw(Frames.english(640, 320));
  }

  private static List<String> texts(Figure figure) {
    return figure.marks().stream()
        .filter(Mark.Text.class::isInstance)
        .map(mark -> ((Mark.Text) mark).text())
        .toList();
  }
}
