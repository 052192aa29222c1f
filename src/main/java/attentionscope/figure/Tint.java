package attentionscope.figure;

/**
 * A colour by its meaning, so that one figure paints in a light and in a dark theme. {@link
 * Palette#argb} resolves it.
 */
public sealed interface Tint {

  /** The colour of a role. */
  record Role(Ink ink) implements Tint {}

  /**
   * The colour of a number.
   *
   * @param ramp along which colours
   * @param at 0 to 1, or −1 to 1 for {@link Ramp#DIVERGING}; beyond, the end's colour
   */
  record Mapped(Ramp ramp, float at) implements Tint {}

  /** Dark or light, whichever is easier to read over another tint. */
  record ReadableOn(Tint below) implements Tint {}

  /**
   * The colour of one of many of a kind; its number has to stand beside it.
   *
   * @param number of the head, from 0; colours repeat after the sixteenth
   */
  record Head(int number) implements Tint {}

  /**
   * A tint that lets what is behind it through.
   *
   * @param alpha 0 (nothing) to 1 (as it is)
   */
  record Faded(Tint tint, double alpha) implements Tint {}

  static Tint of(Ink ink) {
    return new Role(ink);
  }

  default Tint faded(double alpha) {
    return alpha >= 1 ? this : new Faded(this, alpha);
  }
}
