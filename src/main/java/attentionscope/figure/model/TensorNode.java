package attentionscope.figure.model;

import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.Shape;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * An array of a file as a matrix that can be drawn: the last axis runs to the right, all others are
 * stacked downwards.
 *
 * @param name what the file calls it
 * @param array as it lies in the file
 * @param node the matrix
 */
public record TensorNode(String name, NdArray array, Node node) {

  private static final TensorId ID = TensorId.of("tensor");

  public static TensorNode of(String name, NdArray array) {
    Shape shape = array.shape();
    int columns = shape.axes() == 0 ? 1 : shape.size(-1);
    int rows = columns == 0 ? 0 : Math.toIntExact(shape.count() / columns);
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns, true, array.floats());
    Node node =
        new Node(
            ID,
            new Given("parameter", matrix, new Origin.File("", name)),
            List.of(),
            rows == 1 ? Axis.single() : Axis.features(rows),
            Axis.features(columns),
            matrix);
    return new TensorNode(name, array, node);
  }

  public HeatmapFigure figure(MatrixLook look, Pointing pointing) {
    return new HeatmapFigure(node, look, ColorScale.of(node, look), pointing, name);
  }
}
