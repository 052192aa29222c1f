package attentionscope.train.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every task. */
class TasksTest {
  private static final int MANY = 1000;
  private static final Tasks TASKS = new Tasks(ProgramFolder.find());

  static Stream<Task> tasks() throws Problem {
    Stream.Builder<Task> tasks = Stream.builder();
    for (String name : TASKS.names()) {
      tasks.add(TASKS.open(name));
    }
    return tasks.build();
  }

  private static Stream<Sample> samples(Task task, long seed, Part part) {
    return IntStream.range(0, MANY).mapToObj(i -> task.sample(seed, i, part));
  }

  @Test
  void everyTaskIsKnownByItsOwnName() throws Problem {
    for (String name : TASKS.names()) {
      assertEquals(name, TASKS.open(name).name());
    }
  }

  @Test
  void anUnknownTaskIsRefusedWithTheNearestNames() {
    Problem problem = assertThrows(Problem.class, () -> TASKS.open("revers"));
    assertTrue(problem.args().getLast().toString().contains("reverse"), problem.getMessage());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theSameArgumentsGiveTheSameSample(Task task) throws Problem {
    Task again = TASKS.open(task.name());
    for (Part part : Part.values()) {
      assertEquals(samples(task, 5, part).toList(), samples(again, 5, part).toList());
      assertNotEquals(samples(task, 5, part).toList(), samples(task, 6, part).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void noTestSampleIsEverTrainedOn(Task task) {
    Set<List<String>> trained = new HashSet<>();
    for (long seed = 0; seed < 8; seed++) {
      samples(task, seed, Part.TRAIN).map(s -> whole(task, s)).forEach(trained::add);
    }
    assertTrue(samples(task, 77, Part.TEST).map(s -> whole(task, s)).noneMatch(trained::contains));
  }

  /** What is read; of hidden words the sentence, as two sentences may differ in them alone. */
  private static List<String> whole(Task task, Sample sample) {
    return task.kind() == Kind.MASKED ? sample.target() : sample.source();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyWordIsInTheVocabularyAndHasOneId(Task task) {
    Set<String> source = new HashSet<>(task.sourceWords());
    Set<String> target = new HashSet<>(task.targetWords());
    assertEquals(source.size(), task.sourceWords().size());
    assertEquals(target.size(), task.targetWords().size());
    for (Part part : Part.values()) {
      samples(task, 1, part)
          .forEach(
              sample -> {
                assertTrue(source.containsAll(sample.source()), sample::toString);
                assertTrue(target.containsAll(sample.target()), sample::toString);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void wordsHaveNoSpacesInThem(Task task) {
    Stream.concat(task.sourceWords().stream(), task.targetWords().stream())
        .forEach(word -> assertFalse(word.isEmpty() || word.contains(" "), "[" + word + "]"));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void specialWordsComeFirst(Task task) {
    assertEquals(Task.PAD, task.sourceWords().getFirst());
    switch (task.kind()) {
      case PAIRS ->
          assertEquals(List.of(Task.PAD, Task.START, Task.END), task.targetWords().subList(0, 3));
      case TEXT, MASKED -> assertEquals(task.sourceWords(), task.targetWords());
      case TAGS -> assertEquals(Task.PAD, task.targetWords().getFirst());
      case LABEL -> assertFalse(task.targetWords().contains(Task.PAD));
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theTaskSaysHowLongItsLongestSampleIs(Task task) {
    List<Sample> drawn = samples(task, 3, Part.TRAIN).toList();
    int source = drawn.stream().mapToInt(s -> s.source().size()).max().orElse(0);
    int target = drawn.stream().mapToInt(s -> s.target().size()).max().orElse(0);
    // Of a grammar the longest sentence may be rare.
    assertTrue(source <= task.longestSource() && source > task.longestSource() * 2 / 3);
    assertTrue(target <= task.longestTarget() && target > task.longestTarget() * 2 / 3);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void targetsAreAsLongAsTheirKindSays(Task task) {
    samples(task, 4, Part.TEST)
        .forEach(
            sample -> {
              switch (task.kind()) {
                case LABEL -> assertEquals(1, sample.target().size());
                case TEXT, MASKED, TAGS ->
                    assertEquals(sample.source().size(), sample.target().size());
                case PAIRS ->
                    assertTrue(task.ends() || sample.target().size() == task.longestTarget());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void somethingOfEverySampleIsJudged(Task task) {
    samples(task, 8, Part.TEST)
        .forEach(
            sample -> {
              assertFalse(sample.judged().isEmpty());
              assertEquals(sample.judged().stream().sorted().distinct().toList(), sample.judged());
              assertTrue(sample.judged().getLast() < sample.target().size());
            });
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aTextsTargetIsItsNextWord(Task task) {
    if (task.kind() == Kind.TEXT) {
      samples(task, 2, Part.TRAIN)
          .forEach(
              sample ->
                  assertEquals(
                      sample.source().subList(1, sample.source().size()),
                      sample.target().subList(0, sample.target().size() - 1)));
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void classesAreEquallyFrequentInBothParts(Task task) {
    if (task.kind() == Kind.LABEL) {
      for (Part part : Part.values()) {
        for (String label : task.targetWords()) {
          long count = samples(task, 1, part).filter(s -> s.target().contains(label)).count();
          assertEquals(MANY / task.targetWords().size(), count);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aBatchOfSamplesHasManyDifferentOnes(Task task) {
    assertTrue(samples(task, 9, Part.TRAIN).distinct().count() > MANY / 2);
    assertTrue(samples(task, 9, Part.TEST).distinct().count() > MANY / 10);
  }
}
