package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What comes from strangers is answered in one line, with 1, and in little memory. */
class HostileFilesTest {
  private static final String HEAP = "-Xmx200m";

  @TempDir private Path folder;

  /** One program opens them all. */
  @TestFactory
  Stream<DynamicTest> everyFaultIsOneLineAndOne() throws IOException {
    List<String> names = new ArrayList<>();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dattentionscope.home=" + System.getProperty("attentionscope.home"),
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFiles.class.getName()));
    for (Map.Entry<String, HostileFiles.Fault> fault : HostileFiles.all().entrySet()) {
      Path place = folder.resolve(Integer.toString(names.size()));
      command.add(HostileFiles.prepare(place, fault.getValue()).toString());
      names.add(fault.getKey());
    }
    Process program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> answers;
    try (var out = program.inputReader()) {
      answers = out.lines().toList();
    }
    assertEquals(names.size(), answers.size(), String.join("\n", answers));
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String answer = answers.get(i);
      tests.add(
          DynamicTest.dynamicTest(
              names.get(i),
              () -> {
                assertTrue(answer.startsWith("1\tattention-scope: "), answer);
                assertEquals(-1, answer.indexOf("\\n"), answer);
              }));
    }
    return tests.stream();
  }
}
