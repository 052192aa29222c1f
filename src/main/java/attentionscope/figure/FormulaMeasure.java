package attentionscope.figure;

/** How large formulas are. */
public interface FormulaMeasure {

  /**
   * The size of a formula.
   *
   * @param width in pixels
   * @param height from its top to its foot
   * @param baseline from its top to the line its letters stand on
   */
  record Extent(double width, double height, double baseline) {}

  /**
   * The size of a formula.
   *
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   * @throws IllegalArgumentException if it isn't a formula
   */
  Extent extent(String latex, double size);
}
