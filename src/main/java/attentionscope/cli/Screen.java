package attentionscope.cli;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether there is a screen for a window, and what JavaFX must know if there is none. */
final class Screen {
  /** System property set by {@code -Dheadless}: do without a window though there is a screen. */
  private static final String HEADLESS = "attentionscope.headless";

  private Screen() {}

  /** Whether a window can be shown, and nobody asked for none. */
  static boolean usable() {
    return !Boolean.getBoolean(HEADLESS)
        && present(System.getProperty("os.name"), System.getenv(), XDisplay::answers);
  }

  /** Only on Linux may a machine have no screen: it names no display, or that does not answer. */
  static boolean present(String system, Map<String, String> environment, BooleanSupplier answers) {
    return !system.equals("Linux")
        || (!environment.getOrDefault("DISPLAY", "").isEmpty() && answers.getAsBoolean());
  }

  /** Makes JavaFX draw without a screen. Call it before the first JavaFX class is used. */
  static void doWithout() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }
}
