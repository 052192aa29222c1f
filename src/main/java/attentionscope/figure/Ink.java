package attentionscope.figure;

/** What a colour is for; a {@link Palette} says which colour that is. */
public enum Ink {
  /** Behind the figure. */
  BACKGROUND,
  /** Cards and chips. */
  SURFACE,
  /** A cell or field that stands out a little from the surface. */
  RAISED,
  /** Borders and grid lines. */
  LINE,
  /** Text and marks that may be overlooked. */
  FAINT,
  /** Labels beside the thing that matters. */
  SOFT,
  /** Text. */
  TEXT,
  /** What is selected or happens now. */
  ACCENT,
  /** Behind what is selected. */
  ACCENT_SOFT,
  /** Text on {@link #ACCENT}. */
  ON_ACCENT,
  /** Identity of queries: teal. */
  QUERY,
  /** Identity of keys: magenta. */
  KEY,
  /** Identity of values: gold. */
  VALUE,
  /** Identity of outputs: slate. */
  OUTPUT,
  /** Below zero: purple. */
  NEGATIVE,
  /** Above zero: orange. */
  POSITIVE,
  /** A check that holds. */
  GOOD,
  /** A check that is broken. */
  BAD,
  /** The lines over masked cells. */
  HATCH
}
