package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Ink;
import attentionscope.view.Theme;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The window's colours are those of the figures in it, and can be read. */
class ThemesTest {

  private static final Pattern COLOUR = Pattern.compile("-scope-([a-z-]+):\\s*#([0-9a-f]{6});");

  /** Colours of the style sheet that are an ink's. */
  private static final Map<String, Ink> INKS =
      Map.ofEntries(
          Map.entry("background", Ink.BACKGROUND),
          Map.entry("surface", Ink.SURFACE),
          Map.entry("raised", Ink.RAISED),
          Map.entry("line", Ink.LINE),
          Map.entry("text", Ink.TEXT),
          Map.entry("accent", Ink.ACCENT),
          Map.entry("accent-soft", Ink.ACCENT_SOFT),
          Map.entry("query", Ink.QUERY),
          Map.entry("key", Ink.KEY),
          Map.entry("value", Ink.VALUE),
          Map.entry("output", Ink.OUTPUT),
          Map.entry("good", Ink.GOOD),
          Map.entry("bad", Ink.BAD));

  /** Text, and what it stands on. */
  private static final List<String[]> READ =
      List.of(
          new String[] {"text", "background"},
          new String[] {"text", "surface"},
          new String[] {"text", "raised"},
          new String[] {"text", "accent-soft"},
          new String[] {"text", "marked"},
          new String[] {"muted", "background"},
          new String[] {"muted", "surface"},
          new String[] {"muted", "raised"},
          new String[] {"accent", "surface"},
          new String[] {"accent", "background"},
          new String[] {"accent", "accent-soft"},
          new String[] {"accent", "marked"},
          new String[] {"query", "surface"},
          new String[] {"key", "surface"},
          new String[] {"value", "surface"},
          new String[] {"output", "surface"},
          new String[] {"good", "surface"},
          new String[] {"bad", "surface"},
          new String[] {"bad", "bad-soft"});

  @ParameterizedTest
  @EnumSource
  void theStyleSheetHasTheColoursOfTheFigures(Theme theme) throws Exception {
    Map<String, Integer> colours = colours(theme);
    INKS.forEach(
        (name, ink) ->
            assertEquals(
                "%06x".formatted(theme.palette().argb(ink) & 0xffffff),
                "%06x".formatted(colours.get(name)),
                name));
  }

  @ParameterizedTest
  @EnumSource
  void everyTextCanBeRead(Theme theme) throws Exception {
    Map<String, Integer> colours = colours(theme);
    for (String[] pair : READ) {
      double contrast = contrast(colours.get(pair[0]), colours.get(pair[1]));
      assertTrue(contrast >= 4.5, pair[0] + " on " + pair[1] + ": " + contrast);
    }
  }

  private static Map<String, Integer> colours(Theme theme) throws Exception {
    try (InputStream in = Themes.class.getResourceAsStream(theme.key() + ".css")) {
      String sheet = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Integer> colours = new HashMap<>();
      Matcher matcher = COLOUR.matcher(sheet);
      while (matcher.find()) {
        colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
      }
      return colours;
    }
  }

  /** As in WCAG 2.2. */
  private static double contrast(int first, int second) {
    double a = luminance(first) + 0.05;
    double b = luminance(second) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
