package attentionscope.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The right names nearest to a wrong one, for the sentence "did you mean ...?". */
public final class Nearest {
  /** A longer name is no slip of the keys, and measuring it costs time. */
  private static final int LONGEST = 200;

  private Nearest() {}

  /**
   * Known names whose distance to the wanted one is at most two, or two fifths of its length.
   *
   * @param most how many to give at most
   * @return nearest first; equally near ones in the order of the alphabet
   */
  public static List<String> names(String wanted, Collection<String> known, int most) {
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return List.of();
    }
    int limit = Math.max(2, wanted.length() * 2 / 5);
    record Near(String name, int distance) {}
    return known.stream()
        .distinct()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
        .map(name -> new Near(name, distance(fold(wanted), fold(name))))
        .filter(near -> near.distance <= Math.min(limit, near.name.length() - 1))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(most)
        .map(Near::name)
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
   */
  static int distance(String from, String to) {
    int columns = to.length() + 1;
    int[] beforeLast = new int[columns];
    int[] last = new int[columns];
    int[] row = new int[columns];
    for (int j = 0; j < columns; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j < columns; j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[columns - 1];
  }
}
