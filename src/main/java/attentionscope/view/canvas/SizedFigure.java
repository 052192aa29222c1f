package attentionscope.view.canvas;

import attentionscope.figure.Figure;

/** A figure that can be drawn at any size. */
@FunctionalInterface
public interface SizedFigure {

  /**
   * @param width in pixels, more than 0
   * @param height in pixels, more than 0
   */
  Figure at(double width, double height);
}
