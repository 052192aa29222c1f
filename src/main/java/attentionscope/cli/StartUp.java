package attentionscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What must be settled before anything else runs: before JavaFX, and before the first matrix. */
final class StartUp {
  /** Held here because the log manager would forget it, and its level with it. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private StartUp() {}

  static void prepare() {
    // JavaFX warns that it runs from the class path, where it is meant to be.
    JAVAFX.setLevel(Level.SEVERE);
    // AWT only measures formulas; it must not look for a display.
    System.setProperty("java.awt.headless", "true");
    ProxySelector.setDefault(new NoNetwork());
    writeUnicode();
    VectorModule.load();
  }

  /** In the C locale Java would write a question mark for every Korean letter. */
  private static void writeUnicode() {
    if (System.out.charset().equals(StandardCharsets.US_ASCII)) {
      System.setOut(utf8(FileDescriptor.out));
      System.setErr(utf8(FileDescriptor.err));
    }
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
