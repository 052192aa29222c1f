package attentionscope.cli;

import java.util.Map;

/** Whether there is a screen for a window, and what JavaFX must know if there is none. */
final class Screen {
  /** System property set by {@code -Dheadless}: do without a window though there is a screen. */
  private static final String HEADLESS = "attentionscope.headless";

  private Screen() {}

  /** Whether a window can be shown, and nobody asked for none. */
  static boolean usable() {
    return !Boolean.getBoolean(HEADLESS) && present(System.getProperty("os.name"), System.getenv());
  }

  /** Only on Linux may a machine have no screen; it says so by naming no display. */
  static boolean present(String system, Map<String, String> environment) {
    return !system.equals("Linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /** Makes JavaFX draw without a screen. Call it before the first JavaFX class is used. */
  static void doWithout() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }
}
