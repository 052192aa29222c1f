package attentionscope.figure.paint;

import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.files.UsesAwt;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures text with the fonts of {@code assets/fonts}, without hinting, so that every machine gets
 * the same numbers. A letter that the wanted face lacks is measured in the other one.
 */
@UsesAwt("reads how wide the letters of our own fonts are")
public final class FontMeasure implements TextMeasure {

  /** Everything is measured at this size and scaled: outlines grow evenly. */
  private static final float UNIT = 100;

  private static final int REMEMBERED = 20_000;

  private final Map<String, Font> fonts;
  private final Map<Line, Double> widths = new ConcurrentHashMap<>();
  private final FontRenderContext context = new FontRenderContext(null, true, true);

  private record Line(String text, String file) {}

  private FontMeasure(Map<String, Font> fonts) {
    this.fonts = Map.copyOf(fonts);
  }

  /**
   * Reads the fonts.
   *
   * @throws Problem when one is missing or is no font
   */
  public static FontMeasure load(ProgramFolder program) throws Problem {
    Map<String, Font> fonts = new ConcurrentHashMap<>();
    for (Type.Face face : Type.Face.values()) {
      for (Type.Weight weight : Type.Weight.values()) {
        String file = new Type(face, UNIT, weight).file();
        Path path = program.assets().resolve("fonts").resolve(file);
        try {
          fonts.put(file, Font.createFont(Font.TRUETYPE_FONT, path.toFile()).deriveFont(UNIT));
        } catch (FontFormatException | IOException fault) {
          throw new Problem(fault, "figure.problem.font", path, String.valueOf(fault.getMessage()));
        }
      }
    }
    FontMeasure measure = new FontMeasure(fonts);
    Font text = measure.font(Type.ui(UNIT));
    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(text);
    Formulas.writeKoreanWith(text);
    return measure;
  }

  @Override
  public double width(String text, Type type) {
    if (widths.size() > REMEMBERED) {
      widths.clear();
    }
    Line line = new Line(text, type.file());
    double unit = widths.computeIfAbsent(line, wanted -> measured(text, type));
    return unit * type.size() / UNIT;
  }

  @Override
  public double capHeight(Type type) {
    double unit = font(type).createGlyphVector(context, "H").getOutline().getBounds2D().getHeight();
    return unit * type.size() / UNIT;
  }

  @Override
  public double ascent(Type type) {
    return metrics(type).getAscent() * type.size() / UNIT;
  }

  @Override
  public double descent(Type type) {
    return metrics(type).getDescent() * type.size() / UNIT;
  }

  private double measured(String text, Type type) {
    Font wanted = font(type);
    Font other = font(new Type(other(type.face()), type.size(), type.weight()));
    double width = 0;
    int start = 0;
    while (start < text.length()) {
      boolean has = wanted.canDisplay(text.codePointAt(start));
      int end = start;
      while (end < text.length() && wanted.canDisplay(text.codePointAt(end)) == has) {
        end += Character.charCount(text.codePointAt(end));
      }
      String run = text.substring(start, end);
      width += (has ? wanted : other).getStringBounds(run, context).getWidth();
      start = end;
    }
    return width;
  }

  private static Type.Face other(Type.Face face) {
    return face == Type.Face.UI ? Type.Face.MONO : Type.Face.UI;
  }

  private LineMetrics metrics(Type type) {
    return font(type).getLineMetrics("x", context);
  }

  private Font font(Type type) {
    return Objects.requireNonNull(fonts.get(type.file()));
  }
}
