package attentionscope.view.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which entries a few letters mean, best first. */
final class Matching {

  private static final int NO_MATCH = Integer.MAX_VALUE;

  private Matching() {}

  /** Entries that hold every word typed, the nearest first; all of them where nothing is typed. */
  static List<Entry> best(List<Entry> entries, String typed, int most) {
    List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    record Scored(Entry entry, int score) {}
    return entries.stream()
        .map(entry -> new Scored(entry, score(entry, words)))
        .filter(scored -> scored.score < NO_MATCH)
        .sorted(Comparator.comparingInt(Scored::score))
        .limit(most)
        .map(Scored::entry)
        .toList();
  }

  /** Small where words stand early in the name; later for the detail. */
  private static int score(Entry entry, List<String> words) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    String text = name + " " + entry.detail().toLowerCase(Locale.ROOT);
    int score = 0;
    for (String word : words) {
      int at = text.indexOf(word);
      if (at < 0) {
        return NO_MATCH;
      }
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      score += Math.min(at, 200) + (starts ? 0 : 50);
    }
    return words.getFirst().isEmpty() ? 0 : score + name.length();
  }
}
