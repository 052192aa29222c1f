package attentionscope.figure;

import org.ejml.data.FMatrixRMaj;

/** The colours of a theme. */
public final class Palette {

  /** Dark on light. */
  public static final Palette LIGHT = new Palette(false, Ramps.LIGHT);

  /** Light on dark. */
  public static final Palette DARK = new Palette(true, Ramps.DARK);

  private static final int DARK_TEXT = 0xff12141a;
  private static final int LIGHT_TEXT = 0xffffffff;

  private final boolean dark;
  private final Ramps ramps;

  private Palette(boolean dark, Ramps ramps) {
    this.dark = dark;
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
    return ink.argb(dark);
  }

  public int argb(Tint tint) {
    return switch (tint) {
      case Tint.Role role -> argb(role.ink());
      case Tint.Head head -> HeadColors.argb(head.number(), dark);
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
}
