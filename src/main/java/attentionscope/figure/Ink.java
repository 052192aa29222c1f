package attentionscope.figure;

/** What a colour is for; a {@link Palette} says which colour that is. */
public enum Ink {
  /** Behind the figure. */
  BACKGROUND(0xfafaf8, 0x14161b),
  /** Cards and chips. */
  SURFACE(0xffffff, 0x1b1e26),
  /** A cell or field that stands out a little from the surface. */
  RAISED(0xf1f0ed, 0x252933),
  /** Borders and grid lines. */
  LINE(0xdedcd7, 0x363b48),
  /** Text and marks that may be overlooked. */
  FAINT(0x8b8a86, 0x7b8292),
  /** Labels beside the thing that matters. */
  SOFT(0x5e5e5b, 0xa3aaba),
  /** Text. */
  TEXT(0x16181d, 0xeceef4),
  /** What is selected or happens now. */
  ACCENT(0x2f54d6, 0x93abff),
  /** Behind what is selected. */
  ACCENT_SOFT(0xe6ecfd, 0x27325c),
  /** Text on {@link #ACCENT}. */
  ON_ACCENT(0xffffff, 0x10131c),
  /** Identity of queries: teal. */
  QUERY(0x0b7a70, 0x3fcabb),
  /** Identity of keys: magenta. */
  KEY(0xb0188a, 0xf280d2),
  /** Identity of values: gold. */
  VALUE(0x946200, 0xe7b94c),
  /** Identity of outputs: slate. */
  OUTPUT(0x475569, 0xafbccf),
  /** Below zero: purple. */
  NEGATIVE(0x6a35a0, 0xbd98ea),
  /** Above zero: orange. */
  POSITIVE(0xb85400, 0xf2a458),
  /** A check that holds. */
  GOOD(0x15793a, 0x5fcf86),
  /** A check that is broken. */
  BAD(0xb42318, 0xff8d80),
  /** The lines over masked cells. */
  HATCH(0xa3a19b, 0x6b7180);

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Its colour in a theme, opaque. */
  int argb(boolean inDark) {
    return 0xff000000 | (inDark ? dark : light);
  }
}
