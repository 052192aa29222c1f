package attentionscope.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramFolderTest {
  @Test
  void theFolderOfTheTestsHoldsTheLanguages() {
    assertTrue(Files.isDirectory(ProgramFolder.find().assets().resolve("languages")));
  }

  @Test
  void aRelativeFolderBecomesAbsolute() {
    ProgramFolder folder = new ProgramFolder(Path.of("here/../there"));
    assertEquals(Path.of("there").toAbsolutePath().resolve("lessons"), folder.lessons());
  }
}
