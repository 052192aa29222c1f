package attentionscope.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every input that the fuzzer begins with, and every one that it once found a fault with. */
class FuzzRegressionTest {

  /** Where the fuzzer, too, looks for inputs and leaves what it finds. */
  private static Path inputs(FuzzedReader reader) {
    String name = reader.name().charAt(0) + reader.name().substring(1).toLowerCase(Locale.ROOT);
    return Path.of(System.getProperty("basedir", ""))
        .resolve("src/test/resources/attentionscope/fuzz")
        .resolve(name + "FuzzInputs")
        .resolve("read");
  }

  @TestFactory
  Stream<DynamicTest> everyInputIsReadOrAnsweredInOneSentence() throws IOException, Problem {
    Texts english = Languages.load(ProgramFolder.find()).find("en").orElseThrow();
    return Arrays.stream(FuzzedReader.values())
        .flatMap(
            reader ->
                list(inputs(reader)).stream()
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                reader + " " + file.getFileName(),
                                () ->
                                    reader
                                        .read(Files.readAllBytes(file))
                                        .ifPresent(
                                            problem ->
                                                assertFalse(english.say(problem).isBlank())))));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
