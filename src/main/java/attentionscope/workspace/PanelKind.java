package attentionscope.workspace;

import java.util.Locale;

/** The figures of the positions view. */
public enum PanelKind {
  CODE,
  DOTS,
  WAVES,
  SIMILARITY,
  TURNING,
  CLOCKS,
  ROTATION,
  WAVELENGTHS,
  BUCKETS,
  TABLE,
  HEADS,
  DISTANCES,
  SENTENCE,
  TESTS,
  SHUFFLE;

  /** Its word in files and in keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
