package attentionscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkTest {

  @Test
  void hatchingStaysInItsCellAndContinuesInTheNext() {
    Stroke stroke = Stroke.of(Ink.HATCH, 1);
    Rect left = new Rect(10, 20, 30, 25);
    Rect right = new Rect(40, 20, 30, 25);
    Mark.Hatch first = new Mark.Hatch(left, 6, stroke);
    assertFalse(first.lines().isEmpty());
    for (Mark.Line line : first.lines()) {
      assertTrue(left.inset(-1e-9).contains(new Rect(line.x1(), line.y2(), 0, 0)));
      assertTrue(left.inset(-1e-9).contains(new Rect(line.x2(), line.y1(), 0, 0)));
      assertEquals(0, (line.x1() + line.y1()) % 6, 1e-9);
    }
    for (Mark.Line line : new Mark.Hatch(right, 6, stroke).lines()) {
      assertEquals(0, (line.x1() + line.y1()) % 6, 1e-9);
    }
  }
}
