package attentionscope.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadColorsTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sixteenHeadsCanBeToldApart(boolean dark) {
    List<Integer> colors = new ArrayList<>();
    for (int head = 0; head < 16; head++) {
      colors.add(HeadColors.argb(head, dark));
    }
    for (int i = 0; i < colors.size(); i++) {
      for (int j = i + 1; j < colors.size(); j++) {
        double apart = apart(colors.get(i), colors.get(j));
        int one = i;
        int other = j;
        assertTrue(apart > 75, () -> one + " and " + other + " are " + apart + " apart");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHeadsColorShowsOnTheBackground(boolean dark) {
    double background = Colors.luminance(Ink.BACKGROUND.argb(dark));
    for (int head = 0; head < 16; head++) {
      double contrast = Colors.contrast(background, Colors.luminance(HeadColors.argb(head, dark)));
      int number = head;
      assertTrue(contrast >= 2.95, () -> number + " has a contrast of " + contrast);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 40})
  void colorsRepeatAfterTheSixteenth(int head) {
    assertEquals(HeadColors.argb(head - 16, false), HeadColors.argb(head, false));
  }

  /** How far apart two colours look, 0 to about 765 (the "redmean" distance). */
  private static double apart(int one, int other) {
    double red = ((one >> 16 & 0xff) + (other >> 16 & 0xff)) / 2.0;
    double dr = (one >> 16 & 0xff) - (other >> 16 & 0xff);
    double dg = (one >> 8 & 0xff) - (other >> 8 & 0xff);
    double db = (one & 0xff) - (other & 0xff);
    return Math.sqrt((2 + red / 256) * dr * dr + 4 * dg * dg + (2 + (255 - red) / 256) * db * db);
  }
}
