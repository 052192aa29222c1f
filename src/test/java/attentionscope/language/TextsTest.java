package attentionscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  private static Texts of(String pattern) {
    return new Texts(new Language("xx", "X"), Map.of("room.key", pattern));
  }

  @Test
  void placesAreFilledInAnyOrder() {
    assertEquals("b a b", of("{1} {0} {1}").get("room.key", "a", "b"));
  }

  @Test
  void particlesFollowWhatTheyFollow() {
    Texts texts = of("{0|은는} {1|으로로} 갑니다.");
    assertEquals("나는 집으로 갑니다.", texts.get("room.key", "나", "집"));
    assertEquals("I는 0.245로 갑니다.", texts.get("room.key", "I", 0.2447f));
  }

  @Test
  void oneAndManyAreTold() {
    assertEquals("1 token", of("{0} {0#token|tokens}").get("room.key", 1));
    assertEquals("2 tokens", of("{0} {0#token|tokens}").get("room.key", 2));
  }

  @Test
  void dollarsBackslashesAndOtherBracesStay() {
    assertEquals("{x} $1\\ {", of("{x} {0} {").get("room.key", "$1\\"));
  }

  @Test
  void numbersAreWrittenForReaders() {
    assertEquals("−0.575 50257", of("{0} {1}").get("room.key", -0.5747, 50257L));
  }

  @Test
  void aProblemInsideAProblemIsSaid() {
    Texts texts =
        new Texts(
            new Language("en", "English"), Map.of("a.outer", "{0}: {1}", "a.inner", "no {0}"));
    Problem inner = new Problem("a.inner", "bread");
    assertEquals("here: no bread", texts.say(new Problem("a.outer", "here", inner)));
  }

  @Test
  void aMissingKeyOrArgumentIsAMistakeOfTheProgram() {
    assertThrows(IllegalArgumentException.class, () -> of("x").get("room.other"));
    assertThrows(IllegalArgumentException.class, () -> of("{1}").get("room.key", "a"));
  }

  @Test
  void shippedLanguagesAreFoundAndNamed() throws Exception {
    Languages languages = Languages.load(ProgramFolder.find());
    assertEquals(
        List.of(new Language("en", "English"), new Language("ko", "한국어")), languages.all());
    assertEquals("ko", languages.suiting(Locale.KOREA).language().code());
    assertEquals("en", languages.suiting(Locale.FRANCE).language().code());
    assertFalse(languages.find("xx").isPresent());
  }

  @Test
  void faultyLanguageFoldersAreProblems(@TempDir Path home) throws IOException {
    ProgramFolder program = new ProgramFolder(home);
    assertFault("files.problem.missing", program);
    Path folder = Files.createDirectories(home.resolve("assets/languages"));
    assertFault("language.problem.none", program);
    Path file = Files.createDirectory(folder.resolve("eo")).resolve("language.properties");
    Files.writeString(file, "other = x");
    assertFault("language.problem.no-name", program);
    Files.writeString(file, "language.name = Esperanto\na.b = 1\na.b = 2");
    assertFault("language.problem.bad-key", program);
    Files.writeString(file, "language.name = \\u12");
    assertFault("language.problem.bad-key", program);
  }

  private static void assertFault(String key, ProgramFolder program) {
    assertEquals(key, assertThrows(Problem.class, () -> Languages.load(program)).key());
  }
}
