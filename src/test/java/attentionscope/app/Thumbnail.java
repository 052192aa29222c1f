package attentionscope.app;

/**
 * A picture made small, to be compared as an eye would: how light each small block of pixels is,
 * and what colour each larger one has, for eyes see light finer than colour. Light is Y' of BT.601,
 * colour its two differences Cb and Cr, all in 256ths.
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param light a block after the other, row by row; must not be changed
 * @param blue Cb of the larger blocks
 * @param red Cr of the larger blocks
 */
@SuppressWarnings("ArrayRecordComponent") // large, made here and never compared as records
record Thumbnail(int width, int height, float[] light, float[] blue, float[] red) {

  /** How many pixels a block of light is wide and high: letters are still told apart. */
  static final int FINE = 4;

  /** How many pixels a block of colour is wide and high. */
  static final int COARSE = 12;

  private static final float CB = 0.564f;
  private static final float CR = 0.713f;

  /**
   * Makes a picture small.
   *
   * @param argb its pixels, row by row
   */
  static Thumbnail of(int[] argb, int width, int height) {
    float[] light = new float[blocks(width, FINE) * blocks(height, FINE)];
    float[] blue = new float[blocks(width, COARSE) * blocks(height, COARSE)];
    float[] red = new float[blue.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = argb[y * width + x];
        int r = pixel >> 16 & 0xff;
        int b = pixel & 0xff;
        float luma = 0.299f * r + 0.587f * (pixel >> 8 & 0xff) + 0.114f * b;
        int coarse = y / COARSE * blocks(width, COARSE) + x / COARSE;
        light[y / FINE * blocks(width, FINE) + x / FINE] += luma;
        blue[coarse] += (b - luma) * CB;
        red[coarse] += (r - luma) * CR;
      }
    }
    mean(light, width, height, FINE);
    mean(blue, width, height, COARSE);
    mean(red, width, height, COARSE);
    return new Thumbnail(width, height, light, blue, red);
  }

  /** Blocks at the right and the lower edge may be smaller. */
  private static void mean(float[] sums, int width, int height, int block) {
    int across = blocks(width, block);
    for (int i = 0; i < sums.length; i++) {
      int wide = Math.min(block, width - i % across * block);
      int high = Math.min(block, height - i / across * block);
      sums[i] /= wide * high;
    }
  }

  /** How many blocks lie beside each other in a length. */
  static int blocks(int length, int block) {
    return (length + block - 1) / block;
  }

  /** The picture as far as it is known: its blocks as pixels {@code 0xAARRGGBB}, at full size. */
  int[] argb() {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int coarse = y / COARSE * blocks(width, COARSE) + x / COARSE;
        float luma = light[y / FINE * blocks(width, FINE) + x / FINE];
        float b = luma + blue[coarse] / CB;
        float r = luma + red[coarse] / CR;
        float g = (luma - 0.299f * r - 0.114f * b) / 0.587f;
        argb[y * width + x] = 0xff000000 | channel(r) << 16 | channel(g) << 8 | channel(b);
      }
    }
    return argb;
  }

  private static int channel(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
