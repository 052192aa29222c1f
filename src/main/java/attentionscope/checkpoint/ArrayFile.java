package attentionscope.checkpoint;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Arrays by name, in order, as a file holds them.
 *
 * @param source the file they came from, for messages
 * @param arrays by name
 * @param metadata free text by name; empty where the form of the file has none
 */
public record ArrayFile(
    Path source, SequencedMap<String, NdArray> arrays, Map<String, String> metadata) {

  private static final int NEAREST = 3;

  public ArrayFile {
    arrays = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(arrays));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Arrays to be written, without metadata. */
  public static ArrayFile of(Path target, SequencedMap<String, NdArray> arrays) {
    return new ArrayFile(target, arrays, Map.of());
  }

  /** Whether there is an array of this name. */
  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /**
   * The array of a name.
   *
   * @throws Problem if there is none; it names the nearest
   */
  public NdArray get(String name) throws Problem {
    NdArray array = arrays.get(name);
    if (array != null) {
      return array;
    }
    String nearest = String.join(", ", Nearest.names(name, arrays.keySet(), NEAREST));
    throw nearest.isEmpty()
        ? new Problem("checkpoint.problem.no-array", source, name, arrays.size())
        : new Problem("checkpoint.problem.no-array-but", source, name, nearest);
  }

  /**
   * The array of a name, which must have this shape.
   *
   * @param shape sizes; -1 where any size will do
   * @throws Problem if it is missing or of another shape
   */
  public NdArray get(String name, long... shape) throws Problem {
    NdArray array = get(name);
    boolean fits = array.shape().axes() == shape.length;
    for (int axis = 0; fits && axis < shape.length; axis++) {
      fits = shape[axis] < 0 || shape[axis] == array.shape().sizes().get(axis);
    }
    if (!fits) {
      throw new Problem(
          "checkpoint.problem.other-shape", source, name, array.shape(), wanted(shape));
    }
    return array;
  }

  /**
   * The elements of an array as float32.
   *
   * @param shape none to take any shape
   * @throws Problem if it is missing, of another shape, or larger than an array of Java
   */
  public float[] floats(String name, long... shape) throws Problem {
    return convertible(name, shape).floats();
  }

  /**
   * The elements of an array of whole numbers.
   *
   * @param shape none to take any shape
   * @throws Problem if it is missing, of another shape, not whole, or larger than an array of Java
   */
  public long[] wholes(String name, long... shape) throws Problem {
    NdArray array = convertible(name, shape);
    if (!array.dtype().isWhole()) {
      throw new Problem("checkpoint.problem.not-whole", source, name, array.dtype());
    }
    return array.longs();
  }

  private NdArray convertible(String name, long... shape) throws Problem {
    NdArray array = shape.length == 0 ? get(name) : get(name, shape);
    int most = Integer.MAX_VALUE - 8;
    if (array.count() > most) {
      throw new Problem("checkpoint.problem.too-many", source, name, array.count(), most);
    }
    return array;
  }

  private static String wanted(long... shape) {
    StringBuilder text = new StringBuilder("[");
    for (long size : shape) {
      text.append(text.length() > 1 ? ", " : "").append(size < 0 ? "*" : Long.toString(size));
    }
    return text.append(']').toString();
  }
}
