package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.trace.TensorId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/** Matrices by their ids in a safetensors file, with notes. */
public record Matrices(Map<TensorId, FMatrixRMaj> byId, Map<String, String> notes) {

  private static final long LARGEST = 1L << 28;

  /**
   * Writes all of it, whole or not at all.
   *
   * @throws Problem if the file can't be written
   */
  public void write(Path file) throws Problem {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    new TreeMap<>(byId).forEach((id, matrix) -> arrays.put(id.path(), NdArray.of(matrix)));
    SafetensorsWriter.write(file, new ArrayFile(file, arrays, notes));
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it is no safetensors file, or anything in it is not a matrix with an id
   */
  public static Matrices read(Path file) throws Problem {
    ArrayFile arrays = Safetensors.read(file);
    Map<TensorId, FMatrixRMaj> byId = new LinkedHashMap<>();
    for (String name : arrays.arrays().keySet()) {
      Shape shape = arrays.get(name, -1, -1).shape();
      if (!TensorId.isWellFormed(name)) {
        throw new Problem("checkpoint.problem.not-an-id", file, name);
      }
      if (shape.count() > LARGEST) {
        throw new Problem(
            "checkpoint.problem.too-many-numbers", file, name, shape.count(), LARGEST);
      }
      byId.put(
          TensorId.of(name),
          new FMatrixRMaj(shape.size(0), shape.size(1), true, arrays.floats(name, -1, -1)));
    }
    return new Matrices(byId, arrays.metadata());
  }
}
