/**
 * The figures of the positions view, each a pure function of a {@link
 * attentionscope.figure.positions.PositionScene} and a size: the code as a heatmap, its waves, its
 * clock hands, its dot products, the rotation that a shift is, biases by distance, what happens to
 * the typed sentence, the tests of a position code and the shuffle test. {@link
 * attentionscope.figure.positions.PositionPanels} says which of them an encoding has, {@link
 * attentionscope.figure.positions.PanelGrid} where they stand side by side.
 *
 * <p>Every number drawn is a cell of the trace or a finding of the workspace; nothing is computed
 * here but places on paper.
 */
@NullMarked
package attentionscope.figure.positions;

import org.jspecify.annotations.NullMarked;
