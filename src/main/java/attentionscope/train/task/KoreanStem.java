package attentionscope.train.task;

/**
 * The stem of a Korean verb or adjective and its forms in 해요체. Follows the rules of the National
 * Institute of Korean Language for 아/어 (한글 맞춤법, articles 16, 18, 34 to 36).
 *
 * @param stem the dictionary's form without 다
 * @param irregular ㅂ, ㄷ, 르 or ㅎ as its kind is called, or "" for a regular one; stems in ㄹ and ㅡ
 *     need no mark
 */
record KoreanStem(String stem, String irregular) {

  /** Reads {@code 읽다} or {@code 듣다 ㄷ}. */
  static KoreanStem of(String written) {
    int blank = written.indexOf(' ');
    String word = blank < 0 ? written : written.substring(0, blank);
    return new KoreanStem(
        word.substring(0, word.length() - 1), blank < 0 ? "" : written.substring(blank + 1));
  }

  /** With 아 or 어: 읽어, 가, 봐, 도와, 들어, 불러, 빨개, 써, 해. */
  String open() {
    return switch (irregular) {
      case "ㅂ" -> {
        // Only 돕다 and 곱다 take 아.
        String without = Hangul.withLast(stem, Hangul.NONE);
        yield without + (stem.equals("돕") || stem.equals("곱") ? "와" : "워");
      }
      case "ㄷ" -> joined(Hangul.withLast(stem, 'ㄹ'));
      case "르" -> {
        String before = stem.substring(0, stem.length() - 1);
        yield Hangul.withLast(before, 'ㄹ') + (bright(before) ? "라" : "러");
      }
      case "ㅎ" -> Hangul.withVowel(stem, Hangul.vowel(stem) == 'ㅑ' ? 'ㅒ' : 'ㅐ');
      default -> joined(stem);
    };
  }

  private static boolean bright(String text) {
    return "ㅏㅑㅗ".indexOf(Hangul.vowel(text)) >= 0;
  }

  /** A regular stem with 아 or 어, drawn together where it must be. */
  private static String joined(String stem) {
    if (Hangul.closed(stem)) {
      return stem + (bright(stem) ? "아" : "어");
    }
    if (stem.endsWith("하")) {
      return Hangul.withVowel(stem, 'ㅐ');
    }
    return switch (Hangul.vowel(stem)) {
      case 'ㅏ', 'ㅓ', 'ㅐ', 'ㅔ', 'ㅕ' -> stem;
      case 'ㅗ' -> Hangul.withVowel(stem, 'ㅘ');
      case 'ㅜ' -> Hangul.withVowel(stem, 'ㅝ');
      case 'ㅣ' -> Hangul.withVowel(stem, 'ㅕ');
      case 'ㅚ' -> Hangul.withVowel(stem, 'ㅙ');
      case 'ㅡ' -> {
        String before = stem.substring(0, stem.length() - 1);
        yield Hangul.withVowel(stem, !before.isEmpty() && bright(before) ? 'ㅏ' : 'ㅓ');
      }
      default -> stem + "어";
    };
  }

  /** 읽어요. */
  String present() {
    return open() + "요";
  }

  /** The stem of the past: 읽었, 갔, 했. */
  private String pastStem() {
    return Hangul.withLast(open(), 'ㅆ');
  }

  /** 읽었어요. */
  String past() {
    return pastStem() + "어요";
  }

  /** 읽을, 갈, 만들, 도울, 들을: before 거예요 and 수 있어요. */
  String future() {
    return attached('ㄹ', "을");
  }

  /** 작은, 큰, 어려운, 긴, 빨간, 맛있는: an adjective before a noun. */
  String before() {
    return stem.endsWith("있") || stem.endsWith("없") ? stem + "는" : attached('ㄴ', "은");
  }

  private String attached(char last, String syllable) {
    return switch (irregular) {
      case "ㅂ" -> Hangul.withLast(stem, Hangul.NONE) + Hangul.withLast("우", last);
      case "ㄷ" -> Hangul.withLast(stem, 'ㄹ') + syllable;
      case "ㅎ" -> Hangul.withLast(stem, last);
      default ->
          Hangul.closed(stem) && Hangul.last(stem) != 'ㄹ'
              ? stem + syllable
              : Hangul.withLast(stem, last);
    };
  }

  /** 읽고. */
  String and() {
    return stem + "고";
  }

  /** 읽지: before 않아요. */
  String not() {
    return stem + "지";
  }

  /** 읽어야: before 해요. */
  String must() {
    return open() + "야";
  }

  /** 어렵지만. */
  String but() {
    return stem + "지만";
  }

  /** 어려웠지만. */
  String pastBut() {
    return pastStem() + "지만";
  }

  /** Whether 안 may stand before it: not where it would part 하다 from its noun. */
  boolean takesAn() {
    return !stem.endsWith("하") || stem.equals("좋아하") || stem.equals("싫어하");
  }
}
