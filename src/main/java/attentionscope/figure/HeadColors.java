package attentionscope.figure;

/**
 * Colours that tell many of a kind apart: the heads of an attention. Sixteen for each theme, as far
 * from each other as sixteen can be, also for eyes that lack the red or the green cones, apart from
 * the colours that mean something else, and each at 3:1 or more against the background. A number
 * always stands beside them.
 */
final class HeadColors {

  private static final int[] LIGHT = {
    0x469e1b, 0xfe5828, 0xb96dfc, 0x3b9ca5, 0xf85093, 0x06489c, 0xa8523a, 0x643fd1,
    0x574e00, 0xa84d95, 0x644f6a, 0x7b7ccc, 0x000094, 0x760031, 0x133702, 0x4a005c
  };

  private static final int[] DARK = {
    0x03ad24, 0xff5387, 0x927efc, 0x02c5ff, 0xfed917, 0x2e64ea, 0xa06108, 0xb738b0,
    0xa6c410, 0xd99fca, 0x619160, 0xd1d9fd, 0x808fae, 0x985b7b, 0x0afb97, 0xbabf9a
  };

  /** How many there are before they repeat. */
  static final int COUNT = LIGHT.length;

  private HeadColors() {}

  /** Opaque. */
  static int argb(int number, boolean dark) {
    return 0xff000000 | (dark ? DARK : LIGHT)[Math.floorMod(number, COUNT)];
  }
}
