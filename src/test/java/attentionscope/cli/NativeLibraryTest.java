package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {

  @Test
  void theTestsThemselvesHaveWhatDrawingNeeds() {
    assertDoesNotThrow(() -> NativeLibrary.check(false));
  }

  @Test
  void drawingNeedsNoGtk() {
    assertDoesNotThrow(() -> NativeLibrary.check(false, file -> !file.contains("gtk")));
  }

  @Test
  void theSentenceNamesAllThatIsMissingAndItsPackages() throws Problem {
    Set<String> there = Set.of("libfreetype.so.6", "libXtst.so.6");
    Problem problem = assertThrows(Problem.class, () -> NativeLibrary.check(true, there::contains));
    Texts english = Languages.load(ProgramFolder.find()).find("en").orElseThrow();
    assertEquals(
        "This system lacks libpangoft2-1.0.so.0, libgtk-3.so.0, without which nothing can be drawn:"
            + " install it with \"sudo apt install libpangoft2-1.0-0 libgtk-3-0\" (Debian, Ubuntu)"
            + " or \"sudo dnf install pango gtk3\" (Fedora).",
        english.say(problem));
    Texts korean = Languages.load(ProgramFolder.find()).find("ko").orElseThrow();
    assertTrue(korean.say(problem).contains("libgtk-3-0"));
  }
}
