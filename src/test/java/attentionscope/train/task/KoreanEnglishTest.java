package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Particles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KoreanEnglishTest {
  private static final int MANY = 80_000;

  /** Both parts together, so that the whole language is looked at. */
  private static final List<Sample> DRAWN = new ArrayList<>();

  private static final List<Task> TASK = new ArrayList<>();

  @BeforeAll
  static void draw() throws Problem {
    Task task = KoreanEnglish.open(ProgramFolder.find());
    TASK.add(task);
    for (int i = 0; i < MANY; i++) {
      DRAWN.add(task.sample(1, i, i % 10 == 0 ? Part.TEST : Part.TRAIN));
    }
  }

  private static String korean(Sample sample) {
    return String.join(" ", sample.source());
  }

  private static String english(Sample sample) {
    return String.join(" ", sample.target());
  }

  @Test
  void thereAreMoreThanFiftyThousandDifferentPairs() {
    long different = DRAWN.stream().distinct().count();
    assertTrue(different >= 50_000, different + " of " + MANY);
  }

  @Test
  void aKoreanSentenceHasOneTranslation() {
    Map<List<String>, List<String>> known = new HashMap<>();
    for (Sample sample : DRAWN) {
      List<String> before = known.putIfAbsent(sample.source(), sample.target());
      assertTrue(before == null || before.equals(sample.target()), sample + " and " + before);
    }
  }

  @Test
  void thePartsHaveNoSentenceInCommon() {
    Set<List<String>> trained = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      if (i % 10 != 0) {
        trained.add(DRAWN.get(i).source());
      }
    }
    for (int i = 0; i < MANY; i += 10) {
      assertTrue(!trained.contains(DRAWN.get(i).source()), DRAWN.get(i).toString());
    }
  }

  @Test
  void everyWordOfBothVocabulariesIsUsed() {
    Set<String> korean = new HashSet<>(TASK.getFirst().sourceWords());
    Set<String> english = new HashSet<>(TASK.getFirst().targetWords());
    for (Sample sample : DRAWN) {
      korean.removeAll(sample.source());
      english.removeAll(sample.target());
    }
    assertEquals(Set.of(Task.PAD), korean);
    assertEquals(Set.of(Task.PAD, Task.START, Task.END), english);
  }

  /** Particles in their two forms; 이 and 과 are not here, as they are other words, too. */
  private static final Map<String, String> PAIRS =
      Map.of(
          "은", "은는", "는", "은는", "가", "이가", "을", "을를", "를", "을를", "와", "과와", "과", "과와", "이에요",
          "이에요예요", "예요", "이에요예요");

  @Test
  void particlesFitTheSoundBeforeThem() {
    for (Sample sample : DRAWN) {
      List<String> words = sample.source();
      for (int i = 1; i < words.size(); i++) {
        String pair = PAIRS.get(words.get(i));
        String before = words.get(i - 1);
        boolean irregular = words.get(i).equals("가") && Set.of("내", "제").contains(before);
        if (pair != null && !irregular) {
          assertEquals(Particles.after(before, pair), words.get(i), korean(sample));
        }
      }
    }
  }

  @Test
  void aSubjectMarkerFollowsAConsonant() {
    Set<String> open = new HashSet<>();
    for (Sample sample : DRAWN) {
      List<String> words = sample.source();
      int last = words.size() - 1 - (words.getLast().equals("?") ? 1 : 0);
      // Before what is, is not, or is not there, 이 is always the particle.
      if (words.get(last).matches("(아니|있|없).*")
          && words.get(last - 1).equals("이")
          && Particles.after(words.get(last - 2), "이가").equals("가")) {
        open.add(korean(sample));
      }
    }
    assertEquals(Set.of(), open);
  }

  @Test
  void articlesFitTheLetterBehindThem() {
    Pattern wrong = Pattern.compile("\\b(a [aeiou]|an [^aeiou])");
    for (Sample sample : DRAWN) {
      assertTrue(!wrong.matcher(english(sample)).find(), sample::toString);
    }
  }

  @Test
  void verbsAgreeWithPronouns() {
    for (Sample sample : DRAWN) {
      String text = english(sample);
      assertTrue(
          !text.matches("(he|she) (am|are|were|do|have|want|go|come|like)\\b.*")
              && !text.matches("(we|they) (am|is|was|does|has|wants|goes|comes|likes)\\b.*")
              && !text.matches("I (are|is|were|does|has|wants|goes|comes|likes)\\b.*")
              && !text.matches(".*\\b(am|is|was|does|has) (you|we|they)\\b.*"),
          text);
    }
  }

  @Test
  void questionsAreQuestionsInBothLanguages() {
    for (Sample sample : DRAWN) {
      assertEquals(sample.source().getLast().equals("?"), sample.target().getLast().equals("?"));
    }
  }

  @Test
  void deniedIsDeniedInBothLanguages() {
    Set<String> denials = Set.of("not", "no", "cannot");
    for (Sample sample : DRAWN) {
      List<String> korean = sample.source();
      boolean denied =
          korean.stream().anyMatch(word -> word.matches("(않|아니|없).*"))
              // 안 is inside, too: 가방 안 에.
              || (korean.contains("안") && !korean(sample).contains("안 에"));
      boolean denial = sample.target().stream().anyMatch(denials::contains);
      assertEquals(denial, denied, sample::toString);
    }
  }
}
