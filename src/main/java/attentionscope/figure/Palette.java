package attentionscope.figure;

import java.util.EnumMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** The colours of a theme. */
public final class Palette {

  /** Dark on light. */
  public static final Palette LIGHT =
      new Palette(
          false,
          inks(
              0xfafaf8, 0xffffff, 0xf1f0ed, 0xdedcd7, 0x8b8a86, 0x5e5e5b, 0x16181d, 0x2f54d6,
              0xe6ecfd, 0xffffff, 0x0b7a70, 0xb0188a, 0x946200, 0x475569, 0x6a35a0, 0xb85400,
              0x15793a, 0xb42318, 0xa3a19b),
          Ramps.LIGHT);

  /** Light on dark. */
  public static final Palette DARK =
      new Palette(
          true,
          inks(
              0x14161b, 0x1b1e26, 0x252933, 0x363b48, 0x7b8292, 0xa3aaba, 0xeceef4, 0x93abff,
              0x27325c, 0x10131c, 0x3fcabb, 0xf280d2, 0xe7b94c, 0xafbccf, 0xbd98ea, 0xf2a458,
              0x5fcf86, 0xff8d80, 0x6b7180),
          Ramps.DARK);

  private static final int DARK_TEXT = 0xff12141a;
  private static final int LIGHT_TEXT = 0xffffffff;

  private final boolean dark;
  private final Map<Ink, Integer> inks;
  private final Ramps ramps;

  private Palette(boolean dark, Map<Ink, Integer> inks, Ramps ramps) {
    this.dark = dark;
    this.inks = inks;
    this.ramps = ramps;
  }

  public static Palette of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  public boolean isDark() {
    return dark;
  }

  /** The colour of a role, opaque. */
  public int argb(Ink ink) {
    return inks.get(ink);
  }

  public int argb(Tint tint) {
    return switch (tint) {
      case Tint.Role role -> argb(role.ink());
      case Tint.Mapped mapped -> ramps.argb(mapped.ramp(), mapped.at());
      case Tint.Faded faded -> {
        int inner = argb(faded.tint());
        long alpha = Math.round((inner >>> 24) * Math.clamp(faded.alpha(), 0, 1));
        yield (inner & 0xffffff) | (int) alpha << 24;
      }
      case Tint.ReadableOn on -> {
        double below = Colors.luminance(Colors.over(argb(on.below()), argb(Ink.BACKGROUND)));
        double withDark = Colors.contrast(below, Colors.luminance(DARK_TEXT));
        double withLight = Colors.contrast(below, Colors.luminance(LIGHT_TEXT));
        yield withDark >= withLight ? DARK_TEXT : LIGHT_TEXT;
      }
    };
  }

  /** One colour a cell, row by row; NaN is transparent. */
  public int[] argb(Ramp ramp, FMatrixRMaj at) {
    int[] table = ramps.table(ramp);
    boolean signed = ramp == Ramp.DIVERGING;
    int[] argb = new int[at.numRows * at.numCols];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Float.isNaN(at.data[i]) ? 0 : table[Ramps.index(signed, at.data[i])];
    }
    return argb;
  }

  private static Map<Ink, Integer> inks(int... rgb) {
    Map<Ink, Integer> inks = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      inks.put(ink, 0xff000000 | rgb[ink.ordinal()]);
    }
    return inks;
  }
}
