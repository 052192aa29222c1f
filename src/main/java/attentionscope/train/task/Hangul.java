package attentionscope.train.task;

/**
 * Korean syllables taken apart and put together: a first consonant, a vowel and perhaps a final
 * consonant, as Unicode numbers them (chapter 3.12).
 */
final class Hangul {
  private static final char FIRST = '가';
  private static final char LAST = '힣';
  private static final int VOWELS = 21;
  private static final int FINALS = 28;
  private static final String VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

  /** Final consonants by their number; 0 is none. */
  private static final String FINAL = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  /** No final consonant. */
  static final char NONE = ' ';

  private Hangul() {}

  private static int number(String text) {
    char last = text.charAt(text.length() - 1);
    if (last < FIRST || last > LAST) {
      throw new IllegalArgumentException(text + " does not end in a Korean syllable");
    }
    return last - FIRST;
  }

  /** The vowel of the last syllable. */
  static char vowel(String text) {
    return VOWEL.charAt(number(text) / FINALS % VOWELS);
  }

  /** The final consonant of the last syllable, or {@link #NONE}. */
  static char last(String text) {
    return FINAL.charAt(number(text) % FINALS);
  }

  static boolean closed(String text) {
    return last(text) != NONE;
  }

  /** The text with another final consonant under its last syllable. */
  static String withLast(String text, char last) {
    int number = number(text);
    return replaced(text, number - number % FINALS + FINAL.indexOf(last));
  }

  /** The text with another vowel in its last syllable, which has no final consonant then. */
  static String withVowel(String text, char vowel) {
    int first = number(text) / (VOWELS * FINALS);
    return replaced(text, (first * VOWELS + VOWEL.indexOf(vowel)) * FINALS);
  }

  private static String replaced(String text, int number) {
    return text.substring(0, text.length() - 1) + (char) (FIRST + number);
  }
}
