package attentionscope.figure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The ramps of one theme, each as a table of 256 colours. */
final class Ramps {

  private static final int SIZE = 256;

  // Eleven evenly spaced colours each, from https://bids.github.io/colormap (CC0) and Nuñez,
  // Anderton and Renslow, "Optimizing colormaps with consideration for color vision deficiency"
  // (2018).
  private static final int[] VIRIDIS = {
    0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
    0xbddf26, 0xfde725
  };
  private static final int[] MAGMA = {
    0x000004, 0x140e36, 0x3b0f70, 0x641a80, 0x8c2981, 0xb73779, 0xde4968, 0xf7705c, 0xfe9f6d,
    0xfecf92, 0xfcfdbf
  };
  private static final int[] CIVIDIS = {
    0x00224e, 0x083370, 0x35456c, 0x4f576c, 0x666970, 0x7d7c78, 0x948e77, 0xaea371, 0xc8b866,
    0xe5cf52, 0xfee838
  };

  static final Ramps LIGHT =
      new Ramps(
          new int[] {0xfafaf8, 0xc9d5f7, 0x8ea6ec, 0x4f70da, 0x2746b4, 0x122a80},
          new int[] {0x5a2391, 0x8f63bd, 0xc4abde, 0xf4f2ef, 0xf3c093, 0xe08a3c, 0xb35500});

  static final Ramps DARK =
      new Ramps(
          new int[] {0x191c23, 0x232f5e, 0x2c4496, 0x3a5ccb, 0x5079f3, 0x86a5ff},
          new int[] {0xc9a4f5, 0x8d64c0, 0x523a75, 0x23262e, 0x6b4520, 0xb87128, 0xffb163});

  private final Map<Ramp, int[]> tables = new EnumMap<>(Ramp.class);

  private Ramps(int[] blue, int[] diverging) {
    tables.put(Ramp.BLUE, table(blue));
    tables.put(Ramp.VIRIDIS, table(VIRIDIS));
    tables.put(Ramp.CIVIDIS, table(CIVIDIS));
    tables.put(Ramp.MAGMA, table(MAGMA));
    tables.put(Ramp.DIVERGING, table(diverging));
  }

  int argb(Ramp ramp, float at) {
    return table(ramp)[index(ramp == Ramp.DIVERGING, at)];
  }

  /** Not to be changed. */
  int[] table(Ramp ramp) {
    return Objects.requireNonNull(tables.get(ramp));
  }

  static int index(boolean signed, float at) {
    float unit = signed ? (at + 1) / 2 : at;
    // NaN becomes 0
    return Math.clamp(Math.round(unit * (SIZE - 1)), 0, SIZE - 1);
  }

  private static int[] table(int... stops) {
    int[] table = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double place = i * (stops.length - 1.0) / (SIZE - 1);
      int stop = Math.min(stops.length - 2, (int) place);
      table[i] = Colors.mix(stops[stop], stops[stop + 1], place - stop);
    }
    return table;
  }
}
