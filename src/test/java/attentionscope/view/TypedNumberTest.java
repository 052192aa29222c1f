package attentionscope.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are read as people write them, and nothing else is read as a number. */
class TypedNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.245|0.245",
        ".245|0.245",
        "−.575|-0.575",
        "-2|-2",
        "1,5|1.5",
        " 3 |3",
        "2e-3|0.002",
        "+4.|4",
        "∞|Infinity",
        "−∞|-Infinity"
      })
  void numbersAreRead(String typed, double number) {
    assertEquals(Optional.of(number), TypedNumber.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "one", "1 2", "1.2.3", "--1", "0x10", "1e9999", "NaN", "1f"})
  void otherThingsAreNot(String typed) {
    assertEquals(Optional.empty(), TypedNumber.parse(typed));
  }
}
