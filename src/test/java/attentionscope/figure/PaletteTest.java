package attentionscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {

  private static double contrast(int first, int second) {
    return Colors.contrast(Colors.luminance(first), Colors.luminance(second));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsCanBeReadOnWhatLiesBehindThem(boolean dark) {
    Palette palette = Palette.of(dark);
    for (Ink behind : new Ink[] {Ink.BACKGROUND, Ink.SURFACE}) {
      for (Ink words :
          new Ink[] {
            Ink.TEXT,
            Ink.SOFT,
            Ink.ACCENT,
            Ink.QUERY,
            Ink.KEY,
            Ink.VALUE,
            Ink.OUTPUT,
            Ink.GOOD,
            Ink.BAD,
            Ink.NEGATIVE,
            Ink.POSITIVE
          }) {
        assertTrue(
            contrast(palette.argb(words), palette.argb(behind)) >= 4.5, words + " on " + behind);
      }
      assertTrue(contrast(palette.argb(Ink.FAINT), palette.argb(behind)) >= 3.2);
    }
  }

  @ParameterizedTest
  @EnumSource(Ramp.class)
  void numbersCanBeReadOnEveryColourOfARamp(Ramp ramp) {
    for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
      for (float at = -1; at <= 1; at += 0.05f) {
        Tint below = new Tint.Mapped(ramp, at);
        double contrast = contrast(palette.argb(new Tint.ReadableOn(below)), palette.argb(below));
        assertTrue(contrast >= 4.3, ramp + " at " + at + ": " + contrast);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Ramp.class, names = "DIVERGING", mode = EnumSource.Mode.EXCLUDE)
  void lightnessChangesOneWayAlongARamp(Ramp ramp) {
    for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
      double first = Colors.luminance(palette.argb(new Tint.Mapped(ramp, 0)));
      double last = Colors.luminance(palette.argb(new Tint.Mapped(ramp, 1)));
      double before = first;
      for (int i = 1; i <= 20; i++) {
        double now = Colors.luminance(palette.argb(new Tint.Mapped(ramp, i / 20f)));
        assertTrue((now - before) * (last - first) > 0, ramp + " at " + i);
        before = now;
      }
    }
  }

  @Test
  void weightsBeginWithTheBackground() {
    int none = Palette.LIGHT.argb(new Tint.Mapped(Ramp.BLUE, 0));
    assertEquals(Palette.LIGHT.argb(Ink.BACKGROUND), none);
  }

  @Test
  void bothSignsAreEquallyFarFromZero() {
    for (Palette palette : new Palette[] {Palette.LIGHT, Palette.DARK}) {
      double zero = Colors.luminance(palette.argb(new Tint.Mapped(Ramp.DIVERGING, 0)));
      double minus = Colors.luminance(palette.argb(new Tint.Mapped(Ramp.DIVERGING, -1)));
      double plus = Colors.luminance(palette.argb(new Tint.Mapped(Ramp.DIVERGING, 1)));
      assertTrue(Colors.contrast(zero, minus) > 4);
      assertTrue(Colors.contrast(zero, plus) > 4);
    }
  }

  @Test
  void aFadedTintIsTranslucent() {
    int argb = Palette.LIGHT.argb(Tint.of(Ink.ACCENT).faded(0.5));
    assertEquals(128, argb >>> 24);
    assertEquals(Palette.LIGHT.argb(Ink.ACCENT) & 0xffffff, argb & 0xffffff);
  }

  @Test
  void anEmptyCellOfARasterIsTransparent() {
    FMatrixRMaj at = new FMatrixRMaj(1, 2);
    at.data[0] = Float.NaN;
    at.data[1] = 1;
    int[] argb = Palette.DARK.argb(Ramp.VIRIDIS, at);
    assertEquals(0, argb[0]);
    assertEquals(0xfffde725, argb[1]);
  }
}
