package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatesTest {
  /** Patterns by which Java reads each spelling back, in the order of the spellings. */
  private static final List<String> PATTERNS =
      List.of(
          "MMMM d, uuuu",
          "MMMM dTH, uuuu",
          "MMM d, uuuu",
          "d MMMM uuuu",
          "d MMM uuuu",
          "'the' dTH 'of' MMMM uuuu",
          "EEEE, MMMM d, uuuu",
          "EEEE, d MMMM uuuu",
          "EEE d MMM uuuu",
          "M/d/YY",
          "MM/dd/uuuu",
          "uuuu/M/d",
          "d.M.uuuu",
          "dd.MM.uuuu",
          "uuuu.MM.dd",
          "uuuu. M. d.",
          "uuuuMMdd",
          "d-MMM-uuuu",
          "uuuu년 M월 d일",
          "YY년 M월 d일",
          "uuuu년 M월 d일 EEEE");

  private static LocalDate read(String text, String pattern) {
    DateTimeFormatterBuilder reader = new DateTimeFormatterBuilder().parseCaseInsensitive();
    int years = pattern.indexOf("YY");
    if (years >= 0) {
      reader
          .appendPattern(pattern.substring(0, years))
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
          .appendPattern(pattern.substring(years + 2));
    } else {
      reader.appendPattern(pattern.replace("TH", ""));
    }
    Locale locale = pattern.contains("년") ? Locale.KOREAN : Locale.ENGLISH;
    DateTimeFormatter format = reader.toFormatter(locale);
    return LocalDate.parse(
        pattern.contains("TH") ? text.replaceFirst("(?<=\\d)(st|nd|rd|th)", "") : text, format);
  }

  @Test
  void everySpellingOfEveryDateIsReadBackAsItsTarget() {
    assertEquals(PATTERNS.size(), Dates.SPELLINGS.size());
    for (LocalDate date = LocalDate.of(1970, 1, 1);
        date.getYear() < 2070;
        date = date.plusDays(7)) {
      for (int i = 0; i < PATTERNS.size(); i++) {
        String text = Dates.SPELLINGS.get(i).apply(date);
        assertEquals(date, read(text, PATTERNS.get(i)), text);
      }
    }
  }

  @Test
  void noTextMeansTwoDates() {
    Map<String, LocalDate> read = new HashMap<>();
    for (LocalDate date = LocalDate.of(1970, 1, 1);
        date.getYear() < 2070;
        date = date.plusDays(1)) {
      for (var spelling : Dates.SPELLINGS) {
        String text = spelling.apply(date);
        assertTrue(text.length() <= 29, text);
        LocalDate before = read.put(text, date);
        assertTrue(before == null || before.equals(date), text);
      }
    }
    assertTrue(read.size() > 700_000, read.size() + " texts");
  }
}
