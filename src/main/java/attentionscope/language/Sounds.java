package attentionscope.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the end of a text aloud in Korean: Hangul as written, numbers digit by digit after the
 * point and by their places before it, symbols by name, Latin letters by {@link LatinSounds}.
 */
final class Sounds {
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final int ENDINGS = 28;
  private static final int RIEUL_ENDING = 8;

  /** Closing marks that are not read. */
  private static final String SILENT = "\"'`’”»」』》〉)]}.,;:!?…~ \t\n\u00A0";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<whole>\\d{1,3}(?:,\\d{3})+|\\d*)(?<decimals>\\.\\d+)?(?<power>(?<=\\d)e[-−+]?\\d+)?$");

  /** 0 영 1 일 2 이 3 삼 4 사 5 오 6 육 7 칠 8 팔 9 구. */
  private static final Sound[] DIGITS = {
    Sound.CLOSED, Sound.RIEUL, Sound.OPEN, Sound.CLOSED, Sound.OPEN,
    Sound.OPEN, Sound.CLOSED, Sound.RIEUL, Sound.RIEUL, Sound.OPEN
  };

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+$");
  private static final Pattern ASIDE =
      Pattern.compile("(?<before>.*\\S)\\s*\\([^()]*\\)$", Pattern.DOTALL);

  /** No word is longer; what stands before it does not matter. */
  private static final int LONGEST = 100;

  private Sounds() {}

  static Sound ending(String text) {
    String read = stripped(text.substring(Math.max(0, text.length() - LONGEST)));
    if (read.isEmpty()) {
      return Sound.UNKNOWN;
    }
    char last = read.charAt(read.length() - 1);
    if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
      int ending = (last - FIRST_SYLLABLE) % ENDINGS;
      return ending == 0 ? Sound.OPEN : ending == RIEUL_ENDING ? Sound.RIEUL : Sound.CLOSED;
    }
    if (last >= '0' && last <= '9') {
      return number(read);
    }
    Matcher latin = LATIN.matcher(read);
    return latin.find() ? LatinSounds.ending(latin.group()) : symbol(last);
  }

  /** Without closing marks, and without an aside: 쿼리(query) is followed as 쿼리 is. */
  private static String stripped(String text) {
    String read = text.strip();
    Matcher aside = ASIDE.matcher(read);
    if (aside.matches()) {
      read = aside.group("before");
    }
    int end = read.length();
    while (end > 0 && SILENT.indexOf(read.charAt(end - 1)) >= 0) {
      end--;
    }
    return read.substring(0, end);
  }

  private static Sound number(String read) {
    Matcher number = NUMBER.matcher(read);
    if (!number.find()) {
      return Sound.UNKNOWN;
    }
    if (number.group("power") != null) {
      return Sound.CLOSED; // 10의 마이너스 7승
    }
    int lastDigit = read.charAt(read.length() - 1) - '0';
    if (number.group("decimals") != null || lastDigit != 0) {
      return DIGITS[lastDigit];
    }
    String whole = number.group("whole").replace(",", "");
    int zeros = whole.length() - whole.replaceAll("0+$", "").length();
    if (zeros == whole.length()) {
      return DIGITS[0];
    }
    boolean jo = zeros >= 12 && zeros < 16; // 조
    boolean hae = zeros >= 20 && zeros < 24; // 해
    return jo || hae ? Sound.OPEN : Sound.CLOSED; // else 십 백 천 만 억 경
  }

  private static Sound symbol(char last) {
    if (last >= 'ㄱ' && last <= 'ㅎ') { // 기역, 니은, 리을
      return last == 'ㄹ' ? Sound.RIEUL : Sound.CLOSED;
    }
    if (last >= 'ㅏ' && last <= 'ㅣ') {
      return Sound.OPEN;
    }
    if (last >= 'α' && last <= 'ω') { // 입실론, 오미크론 end in ㄴ, 엡실론 too
      return "ευο".indexOf(last) >= 0 ? Sound.CLOSED : Sound.OPEN;
    }
    return switch (last) {
      case '%', '∞', '°', '℃', '+', '$', '#', '&' -> Sound.OPEN; // 퍼센트 무한대 도 플러스 달러 샵 앤드
      case '²', '³', 'ᵀ' -> Sound.CLOSED; // 제곱 세제곱 전치 행렬
      default -> Sound.UNKNOWN;
    };
  }
}
