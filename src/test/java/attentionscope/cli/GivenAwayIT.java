package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the image that {@code -Pdist} makes where there is no Java, and nothing else either. */
@EnabledIfSystemProperty(named = "dist", matches = ".+")
@EnabledOnOs(value = OS.LINUX, disabledReason = "it runs the launcher for sh")
class GivenAwayIT {
  @TempDir private Path folder;

  private int run(Path err, String... args) throws IOException, InterruptedException {
    Path image = Path.of(System.getProperty("dist"), "attention-scope");
    Path program = folder.resolve("빈 칸이 있는 folder");
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            program.resolve(image.relativize(file)),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
    List<String> command =
        Stream.concat(Stream.of(program.resolve("bin/attention-scope").toString()), Stream.of(args))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    return builder.redirectError(err.toFile()).start().waitFor();
  }

  @Test
  void drawsAWorkspaceFromAFolderWithADifficultName() throws IOException, InterruptedException {
    Path workspace = folder.resolve("창.attention");
    Files.writeString(workspace, "model: toy/i-go-home\ninput: I go home\nview: attention\n");
    Path err = folder.resolve("err");
    int code = run(err, "render", workspace.toString(), "--out", folder.resolve("그림").toString());
    assertEquals("", Files.readString(err));
    assertEquals(0, code);
    assertTrue(Files.size(folder.resolve("그림").resolve("창.png")) > 10_000);
  }

  @Test
  void aFileThatIsNotThereIsOneSentence() throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    assertEquals(1, run(err, "없는 파일.attention"));
    assertEquals(1, Files.readAllLines(err).size());
  }
}
