package attentionscope.language;

import java.util.List;
import java.util.Optional;

/**
 * Korean particles, which have one form after a consonant and one after a vowel: 값은 but 쿼리는. 으로 is
 * 로 after ㄹ, too. What stands before them may be a Korean word, a number, a Latin word or a symbol;
 * {@link Sounds} reads it.
 */
public final class Particles {
  /** Named after both forms, one behind the other; an author writes the name. */
  private record Pair(String name, String closed, String open, String either) {
    Pair(String closed, String open, String either) {
      this(closed + open, closed, open, either);
    }

    String after(Sound sound) {
      return switch (sound) {
        case OPEN -> open;
        case CLOSED -> closed;
        case RIEUL -> closed.equals("으로") ? open : closed;
        case UNKNOWN -> either;
      };
    }
  }

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("은", "는", "은(는)"),
          new Pair("이", "가", "이(가)"),
          new Pair("을", "를", "을(를)"),
          new Pair("과", "와", "과(와)"),
          new Pair("으로", "로", "(으)로"),
          new Pair("이라", "라", "(이)라"),
          new Pair("이란", "란", "(이)란"),
          new Pair("이나", "나", "(이)나"),
          new Pair("이고", "고", "(이)고"),
          new Pair("이며", "며", "(이)며"),
          new Pair("이면", "면", "(이)면"),
          new Pair("이다", "다", "(이)다"),
          new Pair("이에요", "예요", "이에요(예요)"));

  private Particles() {}

  /** The names of all pairs: 은는, 이가, 을를, 과와, 으로로, 이라라, 이에요예요 and more. */
  public static List<String> names() {
    return PAIRS.stream().map(Pair::name).toList();
  }

  /**
   * The form of a pair that fits after a text; both forms, as Koreans write it, where nobody can
   * tell.
   *
   * @param text what the particle follows, as it is written
   * @param pair a name of {@link #names()}
   * @throws IllegalArgumentException if there is no such pair
   */
  public static String after(String text, String pair) {
    Optional<Pair> known = PAIRS.stream().filter(p -> p.name.equals(pair)).findFirst();
    return known
        .orElseThrow(() -> new IllegalArgumentException("no particle " + pair + " in " + names()))
        .after(Sounds.ending(text));
  }
}
