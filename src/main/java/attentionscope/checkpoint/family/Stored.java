package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Where a parameter stands in a checkpoint. Ours are always [in, out], to be multiplied from the
 * right, or rows of one.
 *
 * @param array what the file calls it
 * @param in our rows; 1 of a bias or a gain, which files hold without that axis
 * @param out columns of the whole array, of which this may be a part
 * @param transposed whether the file has it as [out, in]
 * @param spans which of the columns are ours, in their order; none: all
 */
record Stored(String array, int in, int out, boolean transposed, List<Span> spans) {

  /** Some neighbouring columns. */
  record Span(int from, int count) {}

  Stored {
    spans = List.copyOf(spans);
  }

  /** Our columns. */
  int columns() {
    return spans.isEmpty() ? out : spans.stream().mapToInt(Span::count).sum();
  }

  /**
   * Sees to it that the file has it, without reading it.
   *
   * @throws Problem when it is missing or has another shape
   */
  void check(ArrayFile file) throws Problem {
    Shape shape = file.get(array).shape();
    if (in == 1 && !transposed && shape.axes() == 1) {
      file.get(array, out);
    } else if (transposed) {
      file.get(array, out, in);
    } else {
      file.get(array, in, out);
    }
  }

  /** Reads it: in x columns. */
  FMatrixRMaj read(ArrayFile file) throws Problem {
    check(file);
    float[] all = file.floats(array);
    if (spans.isEmpty() && !transposed) {
      return new FMatrixRMaj(in, out, true, all);
    }
    FMatrixRMaj matrix = new FMatrixRMaj(in, columns());
    int to = 0;
    for (Span span : spans.isEmpty() ? List.of(new Span(0, out)) : spans) {
      for (int column = span.from; column < span.from + span.count; column++) {
        for (int row = 0; row < in; row++) {
          matrix.data[row * matrix.numCols + to] =
              transposed ? all[column * in + row] : all[row * out + column];
        }
        to++;
      }
    }
    return matrix;
  }
}
