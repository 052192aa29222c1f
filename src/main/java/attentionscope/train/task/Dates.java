package attentionscope.train.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Dates as people write them, to {@code YYYY-MM-DD}; a character a word. Sources are filled up to
 * 29 characters (after Saito, "Deep Learning from Scratch 2", chapter 8). What could be read in two
 * ways has a rule: with slashes the month is first, as in America, unless a year of four digits is;
 * with dots the day is first, as in Germany, unless a year of four digits is, as in Korea; years
 * are 1970 to 2069, so 69 is 2069 and 70 is 1970.
 */
final class Dates extends Drawn {
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LocalDate.of(2070, 1, 1));
  private static final int SOURCE = 29;
  private static final int TARGET = 10;

  private static final List<String> MONTHS =
      Words.spaced(
          "january february march april may june july august september october november december");
  private static final List<String> WEEKDAYS =
      Words.spaced("monday tuesday wednesday thursday friday saturday sunday");
  private static final List<String> KOREAN_WEEKDAYS = Words.spaced("월 화 수 목 금 토 일");

  /** All spellings; each is as likely as another. */
  static final List<Function<LocalDate, String>> SPELLINGS =
      List.of(
          d -> month(d) + " " + d.getDayOfMonth() + ", " + d.getYear(),
          d -> month(d) + " " + ordinal(d) + ", " + d.getYear(),
          d -> shortMonth(d) + " " + d.getDayOfMonth() + ", " + d.getYear(),
          d -> d.getDayOfMonth() + " " + month(d) + " " + d.getYear(),
          d -> d.getDayOfMonth() + " " + shortMonth(d) + " " + d.getYear(),
          d -> "the " + ordinal(d) + " of " + month(d) + " " + d.getYear(),
          d -> weekday(d) + ", " + month(d) + " " + d.getDayOfMonth() + ", " + d.getYear(),
          d -> weekday(d) + ", " + d.getDayOfMonth() + " " + month(d) + " " + d.getYear(),
          d -> shortWeekday(d) + " " + d.getDayOfMonth() + " " + shortMonth(d) + " " + d.getYear(),
          d -> numbers("%d/%d/%02d", d.getMonthValue(), d.getDayOfMonth(), d.getYear() % 100),
          d -> numbers("%02d/%02d/%d", d.getMonthValue(), d.getDayOfMonth(), d.getYear()),
          d -> numbers("%d/%d/%d", d.getYear(), d.getMonthValue(), d.getDayOfMonth()),
          d -> numbers("%d.%d.%d", d.getDayOfMonth(), d.getMonthValue(), d.getYear()),
          d -> numbers("%02d.%02d.%d", d.getDayOfMonth(), d.getMonthValue(), d.getYear()),
          d -> numbers("%d.%02d.%02d", d.getYear(), d.getMonthValue(), d.getDayOfMonth()),
          d -> numbers("%d. %d. %d.", d.getYear(), d.getMonthValue(), d.getDayOfMonth()),
          d -> numbers("%d%02d%02d", d.getYear(), d.getMonthValue(), d.getDayOfMonth()),
          d -> d.getDayOfMonth() + "-" + shortMonth(d) + "-" + d.getYear(),
          d -> numbers("%d년 %d월 %d일", d.getYear(), d.getMonthValue(), d.getDayOfMonth()),
          d -> numbers("%02d년 %d월 %d일", d.getYear() % 100, d.getMonthValue(), d.getDayOfMonth()),
          d ->
              numbers("%d년 %d월 %d일 ", d.getYear(), d.getMonthValue(), d.getDayOfMonth())
                  + KOREAN_WEEKDAYS.get(d.getDayOfWeek().getValue() - 1)
                  + "요일");

  Dates() {
    super("dates", Kind.PAIRS);
  }

  private static String month(LocalDate date) {
    return MONTHS.get(date.getMonthValue() - 1);
  }

  private static String shortMonth(LocalDate date) {
    return month(date).substring(0, 3);
  }

  private static String weekday(LocalDate date) {
    return WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
  }

  private static String shortWeekday(LocalDate date) {
    return weekday(date).substring(0, 3);
  }

  private static String ordinal(LocalDate date) {
    int day = date.getDayOfMonth();
    String ending =
        switch (day) {
          case 1, 21, 31 -> "st";
          case 2, 22 -> "nd";
          case 3, 23 -> "rd";
          default -> "th";
        };
    return day + ending;
  }

  private static String numbers(String format, int first, int second, int third) {
    return String.format(Locale.ROOT, format, first, second, third);
  }

  @Override
  Sample draw(Draw draw, long index) {
    LocalDate date = FIRST.plusDays(draw.below(DAYS));
    return spelled(date, draw.of(SPELLINGS));
  }

  static Sample spelled(LocalDate date, Function<LocalDate, String> spelling) {
    return new Sample(
        Words.characters(spelling.apply(date), SOURCE), Words.characters(date.toString()));
  }

  @Override
  public List<String> sourceWords() {
    List<String> names =
        Stream.of(MONTHS, WEEKDAYS, List.of("the of st nd rd th ,./-"))
            .flatMap(List::stream)
            .flatMap(word -> Words.characters(word).stream())
            .sorted()
            .toList();
    List<String> korean = Words.joined(List.of("년", "요"), KOREAN_WEEKDAYS);
    return Words.vocabulary(
        List.of(PAD, BLANK), Words.joined(Words.joined(Words.DIGITS, names), korean));
  }

  @Override
  public List<String> targetWords() {
    return Words.vocabulary(List.of(PAD, START, END, "-"), Words.DIGITS);
  }

  @Override
  public int longestSource() {
    return SOURCE;
  }

  @Override
  public int longestTarget() {
    return TARGET;
  }

  @Override
  public boolean ends() {
    return false;
  }
}
