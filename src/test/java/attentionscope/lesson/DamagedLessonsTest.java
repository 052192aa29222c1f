package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no lessons any more: named faults, and never anything else. */
class DamagedLessonsTest {
  private static final List<String> PIECES =
      List.of(
          "{{", "}}", "$", "$$", "[", "](", ")", "**", "`", "```\n", "#", "## ", "### ", "|", "'",
          "\"", ":", "- ", "&a ", "*a ", "!!x ", "\n", "\\", "\t", "{", "}", "<b>", "%", "\u0000",
          "\uE000", "\uD800", "0.5", "= 4", "focus:", "value('", "argmax", "\n---\n", "한");

  private final Checker checker =
      new Checker(new Runner(new ModelLibrary(ProgramFolder.find())), List.of("en", "ko"));

  @TempDir Path folder;

  @Test
  void haveFaultsAndNothingElse() throws IOException, Problem {
    Path lesson = new SmallLesson().write(folder);
    Random random = new Random(13);
    int faulty = 0;
    for (int round = 0; round < 400; round++) {
      Path file = lesson.resolve(List.of("lesson.yaml", "en.md").get(round % 2));
      String sound = Files.readString(file);
      Files.writeString(file, damaged(sound, random));
      faulty += checker.check(folder).isEmpty() ? 0 : 1;
      Files.writeString(file, sound);
    }
    assertTrue(faulty > 200, faulty + " of 400 were found");
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int change = 1 + random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(damaged.length());
      int to = Math.min(damaged.length(), at + random.nextInt(8));
      switch (random.nextInt(3)) {
        case 0 -> damaged.delete(at, to);
        case 1 -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> damaged.insert(at, damaged.substring(at, to));
      }
    }
    // an unpaired surrogate can't be written as UTF-8
    return damaged.toString().replace("\uD800", "");
  }

  @Test
  void takeNoLongTime() {
    List<String> long200K =
        List.of(
            "## a: " + "x ".repeat(100_000) + "y",
            "## a: b\n\n" + "*a ".repeat(60_000),
            "#".repeat(200_000),
            "## a: b\n\n" + "[".repeat(7_000),
            "## a: b\n\n" + "$a ".repeat(2_500),
            "## a: b\n\n" + "{{ ".repeat(2_500),
            "## a: b\n\n" + "`".repeat(7_000) + "x",
            "## a: b\n\n" + "0.".repeat(3_500),
            "### p\n".repeat(40_000),
            "[" + "a[0,".repeat(50_000),
            "{a: ".repeat(50_000),
            "a: " + "x".repeat(200_000),
            "a: b\n".repeat(40_000));
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String text : long200K) {
            checker.check(new SmallLesson().withText("en.md", text).write(folder));
            checker.check(new SmallLesson().withText("lesson.yaml", text).write(folder));
          }
        });
  }
}
