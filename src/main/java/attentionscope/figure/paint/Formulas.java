package attentionscope.figure.paint;

import attentionscope.figure.FormulaMeasure;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Piece;
import attentionscope.files.UsesAwt;
import java.awt.Font;
import java.lang.Character.UnicodeBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Sets formulas in TeX style and gives their outlines, which any painter can fill. The first
 * formula takes about half a second because TeX's fonts are read: call {@link #warm} off the
 * window's thread beforehand. May be used by several threads.
 */
@UsesAwt("JLaTeXMath draws with it; only the outlines are kept")
public final class Formulas implements FormulaMeasure {

  /** Formulas are set at this size and scaled. */
  private static final float UNIT = 20;

  private static final int REMEMBERED = 500;

  private record Outline(double width, double height, double baseline, List<Piece> pieces) {}

  private final Map<String, Outline> outlines =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outline> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Names the font of Korean letters, which TeX's own fonts lack. Without it they would be sought
   * among the machine's fonts, of which Java remembers a list from some earlier day.
   *
   * @param font of this program, known to AWT
   */
  static void writeKoreanWith(Font font) {
    synchronized (Formulas.class) {
      for (UnicodeBlock block :
          List.of(
              UnicodeBlock.HANGUL_SYLLABLES,
              UnicodeBlock.HANGUL_COMPATIBILITY_JAMO,
              UnicodeBlock.HANGUL_JAMO)) {
        TeXFormula.registerExternalFont(block, font.getFamily(Locale.ROOT));
      }
    }
  }

  /** Reads TeX's fonts. */
  public void warm() {
    outline("x_0^2 = \\frac{\\sqrt{1}}{2}");
  }

  @Override
  public Extent extent(String latex, double size) {
    Outline outline = outline(latex);
    double scale = size / UNIT;
    return new Extent(outline.width * scale, outline.height * scale, outline.baseline * scale);
  }

  /** The outlines of a formula where it stands, in the formula's tint. */
  public Mark.Path path(Mark.Formula formula) {
    double scale = formula.size() / UNIT;
    double x = formula.rect().x();
    double y = formula.rect().y();
    List<Piece> pieces =
        outline(formula.latex()).pieces.stream().map(piece -> placed(piece, scale, x, y)).toList();
    return new Mark.Path(pieces, Optional.of(formula.tint()), Optional.empty());
  }

  /** Whether a text can be set as a formula. */
  public boolean isFormula(String latex) {
    try {
      outline(latex);
      return true;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  // JLaTeXMath keeps tables of its own that are not safe for two threads, of any instance
  private Outline outline(String latex) {
    synchronized (Formulas.class) {
      Outline known = outlines.get(latex);
      if (known != null) {
        return known;
      }
      Outline outline = set(latex);
      outlines.put(latex, outline);
      return outline;
    }
  }

  private static Outline set(String latex) {
    TeXIcon icon;
    try {
      icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, UNIT);
    } catch (ParseException fault) {
      throw new IllegalArgumentException("not a formula: " + latex, fault);
    }
    OutlineGraphics graphics = new OutlineGraphics();
    icon.getBox().draw(graphics.scaled(UNIT), 0, icon.getBox().getHeight());
    double height = icon.getBox().getHeight();
    double depth = icon.getBox().getDepth();
    return new Outline(
        icon.getBox().getWidth() * UNIT, (height + depth) * UNIT, height * UNIT, graphics.pieces());
  }

  private static Piece placed(Piece piece, double scale, double x, double y) {
    return switch (piece) {
      case Piece.Move to -> new Piece.Move(x + to.x() * scale, y + to.y() * scale);
      case Piece.Straight to -> new Piece.Straight(x + to.x() * scale, y + to.y() * scale);
      case Piece.Curve to ->
          new Piece.Curve(
              x + to.x1() * scale,
              y + to.y1() * scale,
              x + to.x2() * scale,
              y + to.y2() * scale,
              x + to.x() * scale,
              y + to.y() * scale);
      case Piece.Close close -> close;
    };
  }
}
