package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program as a user would, from a folder with a difficult name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it runs the launcher for sh")
class LauncherIT {
  @TempDir private Path folder;

  private Path program;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void putTheProgramIntoAFolderWithADifficultName() throws IOException {
    Path packaged = Path.of("target", "attention-scope");
    program = folder.resolve("빈 칸이 있는 folder");
    try (Stream<Path> files = Files.walk(packaged)) {
      for (Path file : files.toList()) {
        Path copy = program.resolve(packaged.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private Ended run(Path launcher, String... args) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList())
            .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }

  @Test
  void startsFromAnyFolderThroughALink() throws IOException, InterruptedException {
    Path link = folder.resolve("링크");
    Files.createSymbolicLink(link, program.resolve("bin/attention-scope"));
    Ended ended = run(link, "--version");
    assertEquals("", ended.err());
    assertEquals("Attention Scope " + ProgramVersion.read() + "\n", ended.out());
    assertEquals(0, ended.code());
  }

  @Test
  void wrongUseEndsWithTwo() throws IOException, InterruptedException {
    assertEquals(2, run(program.resolve("bin/attention-scope"), "--no-such-option").code());
  }

  @Test
  void aCopyForAnotherSystemSaysSo() throws IOException, InterruptedException {
    try (Stream<Path> jars = Files.list(program.resolve("lib"))) {
      for (Path jar : jars.filter(LauncherIT::holdsLibraries).toList()) {
        Files.move(jar, jar.resolveSibling("javafx-graphics-26-plan9.jar"));
      }
    }
    Ended ended = run(program.resolve("bin/attention-scope"), "--version");
    assertEquals(1, ended.code());
    assertTrue(ended.err().startsWith("attention-scope: this copy was built for another system"));
    assertEquals(1, ended.err().lines().count());
  }

  private static boolean holdsLibraries(Path jar) {
    return jar.getFileName().toString().matches("javafx-graphics-[0-9.]+-.*");
  }
}
