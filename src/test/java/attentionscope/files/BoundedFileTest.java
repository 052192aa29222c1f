package attentionscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedFileTest {
  private final Path folder;

  BoundedFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path write(byte... bytes) throws IOException {
    return Files.write(folder.resolve("file.txt"), bytes);
  }

  private static void assertProblem(String key, Path file, long max) {
    Problem problem = assertThrows(Problem.class, () -> BoundedFile.readText(file, max));
    assertEquals(key, problem.key());
    assertEquals(file, problem.args().getFirst());
  }

  @Test
  void textOfTheGreatestAllowedSizeIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("ko.txt"), "나는 집에");
    assertEquals("나는 집에", BoundedFile.readText(file, Files.size(file)));
  }

  @Test
  void aByteMoreThanAllowedIsAProblem() throws Exception {
    assertProblem("files.problem.too-large", write((byte) 'a', (byte) 'b'), 1);
  }

  @Test
  void aByteOrderMarkIsNotText() throws Exception {
    Path file = write((byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 'a');
    assertEquals("a", BoundedFile.readText(file, 10));
  }

  @Test
  void bytesThatAreNoTextAreNamedByPlace() throws Exception {
    Path file = write((byte) 'a', (byte) 'b', (byte) 0xFF);
    Problem problem = assertThrows(Problem.class, () -> BoundedFile.readText(file, 10));
    assertEquals("files.problem.not-text", problem.key());
    assertEquals(List.of(file, 2), problem.args());
  }

  @Test
  void aCharacterCutInTwoIsAProblem() throws Exception {
    assertProblem("files.problem.not-text", write((byte) 0xEA, (byte) 0xB0), 10);
  }

  @Test
  void whatIsNoFileIsAProblem() {
    assertProblem("files.problem.missing", folder.resolve("nowhere"), 10);
    assertProblem("files.problem.folder", folder, 10);
  }
}
