package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.tensor.SplitMix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallTasksTest {
  private static final int MANY = 2000;

  private static void each(Task task, Consumer<Sample> fact) {
    for (Part part : Part.values()) {
      for (int i = 0; i < MANY; i++) {
        fact.accept(task.sample(11, i, part));
      }
    }
  }

  private static String text(List<String> characters) {
    return String.join("", characters).replace(Task.BLANK, " ").strip();
  }

  @Test
  void randomNumbersAreThoseOfEveryMachine() {
    // SplitMix64 from 0: the first outputs of its reference implementation.
    assertEquals(0xe220a8397b1dcdafL, SplitMix.scatter(0x9e3779b97f4a7c15L));
    assertEquals(0x6e789e6aa1b965f4L, SplitMix.scatter(0x3c6ef372fe94f82aL));
    Draw draw = Draw.of("copy", 1, 2);
    assertEquals(
        List.of(7, 5, 3, 2, 9, 4), IntStream.range(0, 6).mapToObj(i -> draw.below(10)).toList());
  }

  @Test
  void aCopyIsItsSource() {
    each(Reordering.copy(), sample -> assertEquals(sample.source(), sample.target()));
  }

  @Test
  void aReversedTargetReadsBackwards() {
    each(Reordering.reverse(), s -> assertEquals(s.source().reversed(), s.target()));
  }

  @Test
  void sortedIsSorted() {
    each(
        Reordering.sort(),
        sample -> {
          List<String> left = new ArrayList<>(sample.source());
          for (int i = 0; i < sample.target().size(); i++) {
            assertTrue(left.remove(sample.target().get(i)));
            assertTrue(i == 0 || sample.target().get(i - 1).compareTo(sample.target().get(i)) <= 0);
          }
          assertTrue(left.isEmpty());
        });
  }

  @Test
  void pairsAsTextAreJudgedByTheirAnswer() {
    each(
        new AsText(Reordering.reverse()),
        sample -> {
          int asked = sample.target().indexOf(Task.BECOMES);
          List<String> answer = sample.judged().stream().map(sample.target()::get).toList();
          assertEquals(Task.END, answer.getLast());
          assertEquals(
              sample.target().subList(0, asked).reversed(), answer.subList(0, answer.size() - 1));
        });
  }

  @Test
  void additionsAddUp() {
    each(
        new Addition(),
        sample -> {
          List<String> numbers = List.of(text(sample.source()).split("\\+", -1));
          int sum = Integer.parseInt(numbers.get(0)) + Integer.parseInt(numbers.get(1));
          assertEquals(sum, Integer.parseInt(text(sample.target())));
          assertEquals(7, sample.source().size());
          assertEquals(4, sample.target().size());
        });
  }

  @Test
  void aTenthOfAllAdditionsIsTheTestPart() {
    int test = 0;
    for (int a = 0; a < 1000; a++) {
      for (int b = 0; b < 1000; b++) {
        test += Part.of(Addition.sum(a, b).source()) == Part.TEST ? 1 : 0;
      }
    }
    assertEquals(100_000, test, 1000);
  }

  @Test
  void bracketsAreBalancedWhereTheirLabelSaysSo() {
    each(
        new Brackets(),
        sample -> {
          String left = String.join("", sample.source());
          for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replace("()", "").replace("[]", "").replace("{}", "");
          }
          assertEquals(
              left.isEmpty() ? Brackets.BALANCED : Brackets.UNBALANCED, sample.target().getFirst());
          assertEquals(0, sample.source().size() % 2);
        });
  }

  @Test
  void countingBracketsDoesNotTellWhetherTheyAreBalanced() {
    int[] spoiled = new int[2];
    each(
        new Brackets(),
        sample -> {
          if (sample.target().contains(Brackets.UNBALANCED)) {
            String all = String.join("", sample.source());
            spoiled[
                sameCounts(all, "()") && sameCounts(all, "[]") && sameCounts(all, "{}") ? 1 : 0]++;
          }
        });
    assertTrue(spoiled[1] > MANY / 5, spoiled[1] + " of " + MANY);
  }

  private static boolean sameCounts(String all, String pair) {
    return all.chars().filter(c -> c == pair.charAt(0)).count()
        == all.chars().filter(c -> c == pair.charAt(1)).count();
  }

  @Test
  void theLabelIsWhatComesFirst() {
    each(
        new WhichFirst(),
        sample -> {
          int x = sample.source().indexOf("x");
          int y = sample.source().indexOf("y");
          assertNotEquals(-1, x);
          assertNotEquals(-1, y);
          assertEquals(x < y ? "x" : "y", sample.target().getFirst());
        });
  }

  @Test
  void theSecondHalfRepeatsTheFirstAndFollowsFromIt() {
    each(
        new Repeated(),
        sample -> {
          int half = (sample.target().size() - 1) / 2;
          List<String> first = sample.target().subList(0, half);
          assertEquals(first, sample.target().subList(half, 2 * half));
          assertEquals(half, Set.copyOf(first).size());
          for (int place : sample.judged()) {
            // The word that is read now was followed by the judged one when it was read before.
            int before = first.indexOf(sample.source().get(place));
            assertEquals(first.get(before + 1), sample.target().get(place));
          }
          assertEquals(half - 1, sample.judged().size());
        });
  }

  @Test
  void shortSequencesOfEveryLengthAreInBothParts() {
    for (Part part : Part.values()) {
      Set<Integer> lengths = new HashSet<>();
      for (int i = 0; i < MANY; i++) {
        lengths.add(Reordering.sort().sample(1, i, part).source().size());
      }
      assertEquals(Set.of(3, 4, 5, 6, 7, 8), lengths);
    }
  }

  @Test
  void aJudgementIsTurnedRoundByNotAndDecidedByWhatFollowsBut() throws Problem {
    Set<String> good = Set.of(GOOD.split(" ", -1));
    Set<String> bad = Set.of(BAD.split(" ", -1));
    Set<String> not = Set.of("not", "never", "nobody");
    each(
        Sentiment.open(ProgramFolder.find()),
        sample -> {
          List<String> words = sample.source();
          int but = words.indexOf("but");
          int and = words.indexOf("and");
          List<String> last = words.subList(Math.max(but, and) + 1, words.size());
          List<String> first = words.subList(0, Math.max(0, Math.max(but, and)));
          boolean positive =
              last.stream().anyMatch(good::contains) != last.stream().anyMatch(not::contains);
          assertTrue(last.stream().anyMatch(w -> good.contains(w) || bad.contains(w)));
          assertEquals(
              positive ? Sentiment.POSITIVE : Sentiment.NEGATIVE, sample.target().getFirst());
          if (!first.isEmpty()) {
            boolean before =
                first.stream().anyMatch(good::contains) != first.stream().anyMatch(not::contains);
            assertEquals(but >= 0, before != positive, sample::toString);
          }
        });
  }

  private static final String GOOD =
      "good great lovely wonderful excellent pleasant brilliant charming delightful perfect like"
          + " liked love loved enjoy enjoyed admire admired recommend recommended";
  private static final String BAD =
      "bad poor awful terrible dull boring horrible unpleasant disappointing dreadful dislike"
          + " disliked hate hated despise despised";
}
