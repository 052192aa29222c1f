package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

  @Test
  void linuxHasAScreenIfADisplayIsNamed() {
    assertTrue(Screen.present("Linux", Map.of("DISPLAY", ":0")));
    assertTrue(Screen.present("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    assertFalse(Screen.present("Linux", Map.of()));
    assertFalse(Screen.present("Linux", Map.of("DISPLAY", "")));
  }

  @Test
  void otherSystemsAlwaysHaveAScreen() {
    assertTrue(Screen.present("Mac OS X", Map.of()));
    assertTrue(Screen.present("Windows 11", Map.of()));
  }
}
