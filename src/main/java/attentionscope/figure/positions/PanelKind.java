package attentionscope.figure.positions;

import java.util.Locale;

/** Which figure it is. */
public enum PanelKind {
  CODE(2, 400),
  DOTS(1, 260),
  WAVES(2, 400),
  SIMILARITY(1, 260),
  TURNING(3, 420),
  CLOCKS(3, 420),
  ROTATION(2, 400),
  WAVELENGTHS(1, 260),
  BUCKETS(2, 400),
  TABLE(1, 260),
  HEADS(3, 420),
  DISTANCES(2, 400),
  SENTENCE(3, 420),
  TESTS(2, 400),
  SHUFFLE(1, 260);

  private final int share;
  private final double least;

  PanelKind(int share, double least) {
    this.share = share;
    this.least = least;
  }

  /** How many thirds of the width it takes where there is room. */
  int share() {
    return share;
  }

  /** How narrow it may become beside others, in pixels. */
  double least() {
    return least;
  }

  /** Its word in keys of texts and in tests. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
