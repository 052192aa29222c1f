package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.tensor.MappedMatrix;
import java.util.List;
import java.util.stream.IntStream;
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

  /** It as a matrix, in x columns: one that stays in the file, where it has several rows. */
  FMatrixRMaj read(ArrayFile file) throws Problem {
    check(file);
    NdArray stored = file.get(array);
    boolean stays =
        in > 1
            && stored.shape().axes() == 2
            && stored.count() <= Integer.MAX_VALUE
            && !stored.dtype().isWhole();
    if (!stays) {
      return copy(file);
    }
    MappedMatrix all = transposed ? stored.matrix().transposed() : stored.matrix();
    if (spans.isEmpty()) {
      return all;
    }
    int count = spans.getFirst().count;
    int first = spans.getFirst().from;
    int distance = spans.size() == 1 ? count : spans.get(1).from - first;
    boolean even =
        IntStream.range(0, spans.size())
            .allMatch(i -> spans.get(i).equals(new Span(first + i * distance, count)));
    return even && distance >= count
        ? all.columns(first, count, spans.size(), distance)
        : copy(file);
  }

  /** It as a matrix in memory, in x columns. */
  FMatrixRMaj copy(ArrayFile file) throws Problem {
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
