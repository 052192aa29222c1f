package attentionscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.24472848, 0.245, .245",
    "-0.5747, −0.575, −.575",
    "2, 2.000, 2.000",
    "-12.3456, −12.346, −12.346",
    "0, 0.000, 0",
    "-0.0, 0.000, 0",
    "0.0005, 0.001, .001",
    "0.00033535, 3.4e−4, 3.4e−4",
    "-1.2345e-7, −1.2e−7, −1.2e−7",
    "0.99951, 1.000, 1.000",
    "999999.5, 999999.500, 999999.500",
    "1000000, 1.0e6, 1.0e6",
    "9.96e9, 1.0e10, 1.0e10",
    "Infinity, ∞, ∞",
    "-Infinity, −∞, −∞",
    "NaN, NaN, NaN"
  })
  void numbersInProseAndInCells(double value, String prose, String cell) {
    assertEquals(prose, Numbers.prose(value));
    assertEquals(cell, Numbers.cell(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.245, 4, .245",
    "0.247, 3, .25",
    "0.247, 2, .2",
    "0.245, 1, ''",
    "-0.577, 4, −.58",
    "0.7, 1, ''",
    "12.345, 5, 12.35",
    "12.345, 3, 12",
    "12.345, 2, 12",
    "12.345, 1, ''",
    "123456.7, 3, 1e5",
    "0.0000012, 6, 1.2e−6",
    "0.0000012, 4, 1e−6",
    "0.0000012, 3, ''",
    "0, 1, 0",
    "-Infinity, 2, −∞",
    "NaN, 2, ''"
  })
  void asManyDecimalsAsThereIsRoomFor(double value, int width, String text) {
    assertEquals(text, Numbers.fit(value, width));
  }

  @ParameterizedTest
  @CsvSource({
    "-1e9, 2, −1e9",
    "12345678, 3, 1.2e7",
    "999999, 1, 999999.0",
    "0.75, 1, 0.8",
    "-Infinity, 2, −∞"
  })
  void aMillionAndMoreIsWrittenInFewLetters(double value, int decimals, String text) {
    assertEquals(text, Numbers.compact(value, decimals));
  }

  @Test
  void neverWiderThanAskedAndNeverZeroWithoutBeingZero() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      int width = random.nextInt(12);
      String text = Numbers.fit(value, width);
      assertTrue(text.length() <= width, () -> value + " as " + text);
      assertTrue(
          value == 0 || text.isEmpty() || !text.matches("−?0?[.]?0+"), () -> value + " as " + text);
    }
  }

  @Test
  void anExactNumberNamesOneFloat() {
    Random random = new Random(8);
    for (int i = 0; i < 10_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      String text = Numbers.exact(value).replace('−', '-').replace("∞", "Infinity");
      assertEquals(value, Float.parseFloat(text));
    }
    assertEquals("−2", Numbers.exact(-2f));
    assertEquals("1.0e−10", Numbers.exact(1e-10f));
  }

  @Test
  void wholeNumbersArePlain() {
    assertEquals("50257", Numbers.whole(50257));
    assertEquals("−100", Numbers.whole(-100));
  }
}
