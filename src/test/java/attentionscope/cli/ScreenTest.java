package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

  @Test
  void linuxHasAScreenIfItsDisplayAnswers() {
    assertTrue(Screen.present("Linux", Map.of("DISPLAY", ":0"), () -> true));
    assertFalse(Screen.present("Linux", Map.of("DISPLAY", ":0"), () -> false));
  }

  @Test
  void linuxHasNoScreenIfNoDisplayIsNamed() {
    assertFalse(Screen.present("Linux", Map.of(), () -> true));
    assertFalse(Screen.present("Linux", Map.of("DISPLAY", ""), () -> true));
  }

  @Test
  void otherSystemsAlwaysHaveAScreen() {
    assertTrue(Screen.present("Mac OS X", Map.of(), () -> false));
    assertTrue(Screen.present("Windows 11", Map.of(), () -> false));
  }
}
