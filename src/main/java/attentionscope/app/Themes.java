package attentionscope.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import attentionscope.view.Theme;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/** Dresses a scene: Primer below, our own look over it. */
final class Themes {

  private Themes() {}

  static void dress(Scene scene, Theme theme) {
    boolean dark = theme == Theme.DARK;
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    List<String> ours = List.of(sheet(theme.key() + ".css"), sheet("window.css"));
    if (!scene.getStylesheets().equals(ours)) {
      scene.getStylesheets().setAll(ours);
    }
  }

  /** What the system asks for. */
  static Theme of(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
  }

  private static String sheet(String name) {
    URL url = Themes.class.getResource(name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
