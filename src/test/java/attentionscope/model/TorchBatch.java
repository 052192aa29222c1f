package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Arrays of PyTorch, [B, T, d] or [T, B, d] or [T, d], as our rows: sample after sample.
 *
 * @param file the arrays
 * @param batchFirst whether the first of three axes counts samples
 */
record TorchBatch(ArrayFile file, boolean batchFirst) {

  /** Sequences as an axis of rows. */
  Axis rows(String name, Axis.Role role) throws Problem {
    Shape shape = file.get(name).shape();
    return switch (shape.axes()) {
      case 2 -> Axis.of(role, shape.size(0));
      case 3 ->
          new Axis(
              role,
              Axis.Part.NONE,
              shape.size(batchFirst ? 0 : 1),
              shape.size(batchFirst ? 1 : 0),
              List.of());
      default -> throw new AssertionError(name + " is no batch of sequences: " + shape);
    };
  }

  /** Sequences as B·T x d. */
  FMatrixRMaj matrix(String name) throws Problem {
    Shape shape = file.get(name).shape();
    int width = shape.size(-1);
    FMatrixRMaj matrix =
        new FMatrixRMaj((int) shape.count() / width, width, true, file.floats(name));
    return batchFirst || shape.axes() < 3 ? matrix : swapped(matrix, shape.size(0), shape.size(1));
  }

  /** Our rows in the order of PyTorch's axes. */
  FMatrixRMaj ordered(Node node) {
    Axis rows = node.rows();
    return batchFirst ? node.value() : swapped(node.value(), rows.samples(), rows.length());
  }

  /** From first x second blocks of rows to second x first. */
  private static FMatrixRMaj swapped(FMatrixRMaj x, int first, int second) {
    FMatrixRMaj y = new FMatrixRMaj(x.numRows, x.numCols);
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        System.arraycopy(
            x.data, (i * second + j) * x.numCols, y.data, (j * first + i) * x.numCols, x.numCols);
      }
    }
    return y;
  }

  /**
   * What two masks add to the scores, (B·T_q) x T_k; each may be missing, of truth values (true
   * hides) or of numbers (added).
   *
   * @param between [T_q, T_k], or one for each sample and head, the same for all heads
   * @param padding [B, T_k], or [T_k]
   */
  FMatrixRMaj mask(String between, String padding, Axis queries, Axis keys) throws Problem {
    FMatrixRMaj mask = new FMatrixRMaj(queries.size(), keys.length());
    for (int row = 0; row < mask.numRows; row++) {
      int sample = queries.sampleOf(row);
      for (int key = 0; key < mask.numCols; key++) {
        int query = row % queries.length();
        float sum = 0;
        if (file.has(between)) {
          sum += between(between, queries, keys, sample, query, key);
        }
        if (file.has(padding)) {
          sum += added(file.get(padding), sample * keys.length() + key);
        }
        mask.set(row, key, sum);
      }
    }
    return mask;
  }

  private float between(String name, Axis queries, Axis keys, int sample, int query, int key)
      throws Problem {
    NdArray mask = file.get(name);
    int cell = query * keys.length() + key;
    if (mask.shape().axes() == 2) {
      return added(mask, cell);
    }
    int plane = queries.length() * keys.length();
    int heads = mask.shape().size(0) / queries.samples();
    float first = added(mask, sample * heads * plane + cell);
    for (int head = 1; head < heads; head++) {
      if (added(mask, (sample * heads + head) * plane + cell) != first) {
        throw new AssertionError(name + " differs between heads; ours is one for all heads");
      }
    }
    return first;
  }

  private static float added(NdArray mask, long index) {
    float value = (float) mask.number(index);
    if (!mask.dtype().isWhole()) {
      return value;
    }
    return value == 0 ? 0 : Float.NEGATIVE_INFINITY;
  }

  /** Weights of all heads, [B, h, T_q, T_k]. */
  static float[] weights(Trace trace, String attention, int heads) throws Problem {
    FMatrixRMaj first = weightsOf(trace, attention, 0).value();
    int samples = weightsOf(trace, attention, 0).rows().samples();
    int plane = first.numRows / samples * first.numCols;
    float[] all = new float[samples * heads * plane];
    for (int head = 0; head < heads; head++) {
      FMatrixRMaj own = weightsOf(trace, attention, head).value();
      for (int sample = 0; sample < samples; sample++) {
        System.arraycopy(own.data, sample * plane, all, (sample * heads + head) * plane, plane);
      }
    }
    return all;
  }

  private static Node weightsOf(Trace trace, String attention, int head) throws Problem {
    return trace.get(TensorId.of(attention).child("head").child(head).child("weights"));
  }
}
