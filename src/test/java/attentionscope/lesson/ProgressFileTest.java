package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner did is there the next day. */
class ProgressFileTest {
  @TempDir Path folder;

  private Path path() {
    return folder.resolve("settings/progress.yaml");
  }

  private ProgressFile file() {
    return new ProgressFile(path());
  }

  private static Attempt attempt(int tries, boolean right, boolean hint, boolean revealed) {
    return new Attempt(new Attempt.Earlier(tries, right), List.of(), hint, revealed);
  }

  private static Progress some() {
    return new Progress(
        Map.of(
            "00-start",
            new LessonProgress("only", Set.of("only"), Map.of()),
            "13-scaled-dot-product",
            new LessonProgress(
                "share",
                Set.of("three-roles", "share"),
                Map.of(
                    "predict",
                    attempt(2, true, true, false),
                    "share",
                    attempt(1, false, false, true),
                    "mix",
                    attempt(1, false, false, false)))),
        Optional.of("13-scaled-dot-product"));
  }

  private void put(String text) throws IOException {
    Files.createDirectories(path().getParent());
    Files.writeString(path(), text);
  }

  private static String say(Optional<Problem> fault) throws Problem {
    Texts english = Languages.load(ProgramFolder.find()).find("en").orElseThrow();
    return english.say(fault.orElseThrow());
  }

  @Test
  void nothingWasDoneWhereThereIsNoFile() {
    assertEquals(new ProgressFile.Kept(Progress.NONE, Optional.empty()), file().read());
  }

  @Test
  void everythingSurvivesTheWayThroughTheFile() throws Problem {
    file().write(some());
    assertEquals(new ProgressFile.Kept(some(), Optional.empty()), file().read());
    file().write(Progress.NONE);
    assertEquals(Progress.NONE, file().read().progress());
  }

  @Test
  void answersAreCountedAndNotKept() throws Problem {
    Attempt twice =
        attempt(1, false, false, false)
            .with(
                new Attempt.Try(
                    new attentionscope.lesson.question.NumberQuestion.Typed(2),
                    true,
                    Optional.empty()));
    file()
        .write(
            new Progress(
                Map.of("50-small", new LessonProgress("a", Set.of("a"), Map.of("a", twice))),
                Optional.empty()));
    Attempt read = file().read().progress().lessons().get("50-small").attempts().get("a");
    assertEquals(attempt(2, true, false, false), read);
    assertTrue(read.isDone());
  }

  @Test
  void aNewerProgramsFileIsRead() throws Exception {
    put("version: 7\nlast: a\nlessons: {a: {at: x, visited: [x], stars: [1, 2]}}\nmore: {}\n");
    ProgressFile.Kept kept = file().read();
    assertEquals(Optional.empty(), kept.fault());
    assertEquals(Optional.of("a"), kept.progress().last());
  }

  @Test
  void aDamagedFileIsPutAsideAndSaid() throws Exception {
    put("last: a\nlessons: {a: {at: x, vis");
    ProgressFile.Kept kept = file().read();
    assertEquals(Progress.NONE, kept.progress());
    assertEquals(
        path()
            + " was damaged in line 2, so lessons count as not begun. The damaged file is kept as"
            + " progress.yaml.damaged-1.",
        say(kept.fault()));
    assertFalse(Files.exists(path()));
    assertTrue(
        Files.readString(folder.resolve("settings/progress.yaml.damaged-1")).endsWith("vis"));
    file().write(some());
    assertEquals(some(), file().read().progress());
  }

  @Test
  void everyDamagedFileIsKept() throws Exception {
    for (String text : List.of("- 1\n", "lessons: 3\n", "lessons: {a: {visited: [[1]]}}\n", "")) {
      put(text);
      assertTrue(file().read().fault().isPresent(), text);
    }
    for (int i = 1; i <= 4; i++) {
      assertTrue(Files.exists(folder.resolve("settings/progress.yaml.damaged-" + i)));
    }
  }

  @Test
  void bytesThatAreNoTextAndFilesWithoutEndAreDamage() throws Exception {
    Files.createDirectories(path().getParent());
    Files.write(path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertTrue(file().read().fault().isPresent());
    put("#".repeat(300 << 10));
    assertTrue(file().read().fault().isPresent());
    assertEquals(new ProgressFile.Kept(Progress.NONE, Optional.empty()), file().read());
  }

  @Test
  void everyLessonOfALongCourseFits() throws Problem {
    Map<String, LessonProgress> lessons = new TreeMap<>();
    for (int i = 0; i < 80; i++) {
      Map<String, Attempt> attempts = new TreeMap<>();
      List<String> steps = new ArrayList<>();
      for (int step = 0; step < 12; step++) {
        steps.add("quite-a-long-name-of-a-step-" + step);
        attempts.put(steps.getLast(), attempt(3, true, true, false));
      }
      lessons.put(
          i + "-scaled-dot-product-attention",
          new LessonProgress(steps.getFirst(), Set.copyOf(steps), attempts));
    }
    Progress all = new Progress(lessons, Optional.empty());
    file().write(all);
    assertEquals(all, file().read().progress());
  }
}
