package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.EnglishGrammar.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnglishSentencesTest {
  private static final int MANY = 8_000;
  private static final ProgramFolder PROGRAM = ProgramFolder.find();

  private final Map<String, String> others = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  /** Reads nouns and verbs from the file anew: the facts must not rest on the class under test. */
  EnglishSentencesTest() throws IOException {
    Path file = PROGRAM.assets().resolve("tasks").resolve("english.txt");
    String section = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else if (line.contains("|")) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (section.equals("nouns")) {
          several.add(cells.get(1));
        } else if (section.equals("actions") || section.equals("happenings")) {
          others.put(cells.get(0), cells.get(1));
          others.put(cells.get(1), cells.get(0));
        }
      }
    }
    others.putAll(Map.of("is", "are", "are", "is", "was", "were", "were", "was"));
  }

  private static List<Sentence> sentences() throws Problem {
    EnglishGrammar grammar =
        EnglishGrammar.read(PROGRAM.assets().resolve("tasks").resolve("english.txt"));
    List<Sentence> drawn = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      drawn.add(grammar.sentence(Draw.of("test", 1, i), i % 2 == 0));
    }
    return drawn;
  }

  @Test
  void theVerbAgreesWithTheHeadNounWhateverStandsBetween() throws Problem {
    int attracted = 0;
    for (Sentence sentence : sentences()) {
      int head = sentence.tags().indexOf("noun");
      boolean many = several.contains(sentence.texts().get(head));
      assertEquals(sentence.many(), many);
      Sample.Choice choice = sentence.choice();
      boolean base =
          Set.of("are", "were").contains(choice.right())
              || (others.containsKey(choice.right())
                  && choice.wrong().length() > choice.right().length()
                  && !Set.of("is", "was").contains(choice.right()));
      assertEquals(many, base, sentence::toString);
      assertEquals(others.get(choice.right()), choice.wrong());
      assertEquals("verb", sentence.tags().get(choice.place()));
      boolean attractor =
          IntStream.range(head + 1, choice.place())
              .anyMatch(
                  i ->
                      sentence.tags().get(i).equals("noun")
                          && several.contains(sentence.texts().get(i)) != many);
      attracted += attractor ? 1 : 0;
    }
    assertTrue(attracted > MANY / 4, attracted + " sentences with an attractor");
  }

  @Test
  void anArticleFitsTheLetterBehindIt() throws Problem {
    for (Sentence sentence : sentences()) {
      String text = String.join(" ", sentence.texts());
      assertTrue(!(" " + text).matches(".* (a [aeiou]|an [^aeiou]).*"), text);
    }
  }

  @Test
  void someWordsHaveTwoTags() throws Problem {
    Map<String, Set<String>> tags = new HashMap<>();
    for (Sentence sentence : sentences()) {
      sentence
          .words()
          .forEach(w -> tags.computeIfAbsent(w.text(), x -> new HashSet<>()).add(w.tag()));
    }
    assertEquals(Set.of("determiner", "relative"), tags.get("that"));
    assertEquals(Set.of("noun", "verb"), tags.get("watch"));
    assertEquals(Set.of("noun", "adjective"), tags.get("light"));
    assertEquals(Set.of("noun", "verb"), tags.get("guards"));
  }

  @Test
  void theHiddenWordsAreJudgedAndNoOthers() throws Problem {
    Task task = EnglishSentences.masked(PROGRAM);
    for (int i = 0; i < MANY; i++) {
      Sample sample = task.sample(3, i, Part.TRAIN);
      for (int place = 0; place < sample.source().size(); place++) {
        boolean hidden = sample.source().get(place).equals(Task.MASK);
        assertEquals(hidden, sample.judged().contains(place));
        assertTrue(hidden || sample.source().get(place).equals(sample.target().get(place)));
      }
      sample.choice().ifPresent(c -> assertEquals(c.right(), sample.target().get(c.place())));
      assertEquals(i % 2 == 0, sample.choice().isPresent());
    }
  }

  @Test
  void theChoiceOfATextIsTheVerbThatFollows() throws Problem {
    Task task = EnglishSentences.text(PROGRAM);
    for (int i = 0; i < MANY; i++) {
      Sample sample = task.sample(3, i, Part.TEST);
      Sample.Choice choice = sample.choice().orElseThrow();
      assertEquals(choice.right(), sample.target().get(choice.place()));
      assertEquals(List.of(choice.place()), sample.judged());
    }
  }

  @Test
  void aSentenceIsInTheSamePartWhateverIsAskedOfIt() throws Problem {
    Task text = EnglishSentences.text(PROGRAM);
    Task masked = EnglishSentences.masked(PROGRAM);
    Task tags = EnglishSentences.tags(PROGRAM);
    Set<List<String>> trained = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      List<String> words = text.sample(1, i, Part.TRAIN).target();
      trained.add(words.subList(0, words.size() - 1));
      trained.add(masked.sample(1, i, Part.TRAIN).target());
      trained.add(tags.sample(1, i, Part.TRAIN).source());
    }
    for (int i = 0; i < MANY; i++) {
      assertTrue(!trained.contains(masked.sample(2, i, Part.TEST).target()));
      assertTrue(!trained.contains(tags.sample(2, i, Part.TEST).source()));
    }
  }

  @Test
  void subjectsAreReadUpToTheirVerb() throws Problem {
    Task task = EnglishSentences.number(PROGRAM);
    Set<String> before = Set.of("these", "those", "some", "all");
    Set<String> beforeOne = Set.of("this", "a", "an", "every");
    for (int i = 0; i < MANY; i++) {
      Sample sample = task.sample(4, i, Part.TRAIN);
      String first = sample.source().getFirst();
      String label = sample.target().getFirst();
      assertTrue(!before.contains(first) || label.equals("many"), sample::toString);
      assertTrue(!beforeOne.contains(first) || label.equals("one"), sample::toString);
    }
  }
}
