package attentionscope.figure;

/** Arithmetic of colours, each an int of 8 bits alpha, red, green, blue. */
final class Colors {

  private Colors() {}

  /**
   * A colour between two, evenly for the eye: mixed in OKLab (Björn Ottosson, 2020).
   *
   * @param share of the second, 0 to 1
   * @return opaque
   */
  static int mix(int first, int second, double share) {
    double[] a = lab(first);
    double[] b = lab(second);
    double[] mixed = new double[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = a[i] + (b[i] - a[i]) * share;
    }
    return argb(mixed);
  }

  /** A colour painted over an opaque one. */
  static int over(int above, int below) {
    double alpha = (above >>> 24) / 255.0;
    int result = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double mixed = (above >> shift & 0xff) * alpha + (below >> shift & 0xff) * (1 - alpha);
      result = result << 8 | (int) Math.round(mixed);
    }
    return result;
  }

  /** Relative luminance as in WCAG 2.2, from 0 (black) to 1 (white). */
  static double luminance(int argb) {
    return 0.2126 * linear(argb >> 16 & 0xff)
        + 0.7152 * linear(argb >> 8 & 0xff)
        + 0.0722 * linear(argb & 0xff);
  }

  /** Contrast of two luminances as in WCAG 2.2, from 1 to 21. */
  static double contrast(double first, double second) {
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double[] lab(int rgb) {
    double r = linear(rgb >> 16 & 0xff);
    double g = linear(rgb >> 8 & 0xff);
    double b = linear(rgb & 0xff);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static int argb(double[] lab) {
    double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
    double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
    double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
    int r = eightBits(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int g = eightBits(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int b = eightBits(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return 0xff << 24 | r << 16 | g << 8 | b;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int eightBits(double linear) {
    double c = Math.clamp(linear, 0, 1);
    double encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
    return (int) Math.round(encoded * 255);
  }
}
