package attentionscope.figure;

import attentionscope.trace.CellRef;
import attentionscope.trace.Region;

/** What a place in a figure is. */
public sealed interface Target {

  /** A cell of the trace. */
  record Cell(CellRef ref) implements Target {}

  /** A matrix of the trace, or rows and columns of it: a label, a title, a miniature. */
  record Area(Region region) implements Target {}

  /**
   * Something to press that is not a matrix.
   *
   * @param id such as {@code steps.stage.softmax}; the package that draws it says which there are
   */
  record Control(String id) implements Target {}
}
