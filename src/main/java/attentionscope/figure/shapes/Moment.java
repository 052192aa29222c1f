package attentionscope.figure.shapes;

/**
 * A moment of the shapes figure: one step has just been done.
 *
 * @param index from 0
 * @param step what has just been done
 */
public record Moment(int index, Step step) {}
