package attentionscope.language;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How Koreans end a Latin word: letters by name (RNN 알엔엔), English words by their usual loan form
 * (step 스텝, mask 마스크, model 모델). English spelling does not tell everything, so this is a rule of
 * thumb with a few exceptions by name.
 */
final class LatinSounds {
  /** Words that the rules would get wrong. */
  private static final Set<String> OPEN =
      Set.of("me", "be", "he", "she", "we", "the", "set", "bit", "hit", "get", "of");

  private static final Set<String> CLOSED =
      Set.of("one", "none", "some", "come", "type", "technique", "unique", "foot", "good");

  /** 라인, 타임, 홈, 인코딩. */
  private static final Pattern NASAL = Pattern.compile(".*(?:[mn]e?|ng)");

  /** 모델, 테이블, 룰. */
  private static final Pattern LIQUID = Pattern.compile(".*le?");

  /** 스텝, 맵, 그룹, 킵; 루프, 점프 are open. */
  private static final Pattern STOP_P = Pattern.compile("(?:.*[^aeiou])?[aeiou]p|.*(?:ee|ou)p");

  /** 블록, 북, 트렉; 마스크, 위크 are open. */
  private static final Pattern STOP_K = Pattern.compile(".*(?:ck|ook|[^aeiou][aeiou]k)");

  /** 닷, 인풋, 아웃; 웨이트, 포인트, 노트 are open. */
  private static final Pattern STOP_T = Pattern.compile("(?:.*[^aeiou])?[aeiou]t|.*out");

  /** 웹, 잡, 탭; 뮤직, 로직. */
  private static final Pattern STOP_BC = Pattern.compile("(?:.*[^aeiou])?[aeiou]b|.*[aeiou]c");

  private LatinSounds() {}

  /** The sound at the end of a word of Latin letters only. */
  static Sound ending(String word) {
    boolean spelled = word.length() == 1 || word.equals(word.toUpperCase(Locale.ROOT));
    String lower = word.toLowerCase(Locale.ROOT);
    return spelled ? letter(lower.charAt(lower.length() - 1)) : word(lower);
  }

  /** 엘 and 알 end in ㄹ, 엠 and 엔 in another consonant, all others in a vowel. */
  private static Sound letter(char letter) {
    return switch (letter) {
      case 'l', 'r' -> Sound.RIEUL;
      case 'm', 'n' -> Sound.CLOSED;
      default -> Sound.OPEN;
    };
  }

  private static Sound word(String word) {
    if (OPEN.contains(word)) {
      return Sound.OPEN;
    }
    if (CLOSED.contains(word) || NASAL.matcher(word).matches()) {
      return Sound.CLOSED;
    }
    if (LIQUID.matcher(word).matches()) {
      return Sound.RIEUL;
    }
    boolean stopped =
        switch (word.charAt(word.length() - 1)) {
          case 'p' -> STOP_P.matcher(word).matches();
          case 'k' -> STOP_K.matcher(word).matches();
          case 't' -> STOP_T.matcher(word).matches();
          case 'b', 'c' -> STOP_BC.matcher(word).matches();
          default -> false;
        };
    return stopped ? Sound.CLOSED : Sound.OPEN;
  }
}
