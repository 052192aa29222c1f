package attentionscope.figure.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Type;
import attentionscope.files.ProgramFolder;
import org.junit.jupiter.api.Test;

class FontMeasureTest {

  private final FontMeasure measure = measure();

  private static FontMeasure measure() {
    try {
      return FontMeasure.load(ProgramFolder.find());
    } catch (attentionscope.files.Problem fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void digitsOfTheMonospacedFaceAreEquallyWide() {
    assertEquals(
        measure.width("111.1", Type.mono(12)), measure.width("−.888", Type.mono(12)), 1e-6);
  }

  @Test
  void widthGrowsEvenlyWithTheSize() {
    assertEquals(
        2 * measure.width("어텐션 home", Type.ui(10)), measure.width("어텐션 home", Type.ui(20)), 1e-9);
  }

  @Test
  void koreanIsMeasuredInTheFaceThatHasIt() {
    assertEquals(measure.width("한", Type.ui(12)), measure.width("한", Type.mono(12)), 1e-9);
  }

  @Test
  void aTextTooLongIsShortenedAtItsEnd() {
    Type type = Type.ui(12);
    String shorter = measure.shortened("incomprehensibilities", type, 60);
    assertTrue(shorter.startsWith("incom") && shorter.endsWith("…"), shorter);
    assertTrue(measure.width(shorter, type) <= 60);
    assertEquals("home", measure.shortened("home", type, 60));
  }

  @Test
  void capitalsAreLowerThanTheTallestLetters() {
    assertTrue(measure.capHeight(Type.ui(12)) < measure.ascent(Type.ui(12)));
    assertTrue(measure.capHeight(Type.ui(12)) > 7);
  }
}
