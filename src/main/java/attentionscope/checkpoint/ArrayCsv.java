package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes arrays as CSV (RFC 4180), one element a line: its array, its index along every axis (empty
 * beyond the axes the array has), its value. Every number is the shortest that names it exactly;
 * {@code NaN}, {@code Infinity} and {@code -Infinity} are written so.
 */
public final class ArrayCsv {
  private static final String LINE_END = "\r\n";

  private ArrayCsv() {}

  /**
   * Writes all arrays; CSV keeps no metadata, types or empty arrays.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, ArrayFile arrays) throws Problem {
    int axes = arrays.arrays().values().stream().mapToInt(a -> a.shape().axes()).max().orElse(0);
    WholeFile.write(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write("array");
          for (int axis = 0; axis < axes; axis++) {
            text.write(",i" + axis);
          }
          text.write(",value" + LINE_END);
          for (Map.Entry<String, NdArray> entry : arrays.arrays().entrySet()) {
            writeArray(text, quoted(entry.getKey()), entry.getValue(), axes);
          }
          text.flush();
        });
  }

  private static void writeArray(Writer text, String name, NdArray array, int axes)
      throws IOException {
    long[] index = new long[array.shape().axes()];
    for (long i = 0; i < array.count(); i++) {
      text.write(name);
      for (int axis = 0; axis < axes; axis++) {
        text.write(',');
        if (axis < index.length) {
          text.write(Long.toString(index[axis]));
        }
      }
      text.write(',');
      text.write(value(array, i));
      text.write(LINE_END);
      for (int axis = index.length - 1;
          axis >= 0 && ++index[axis] == array.shape().sizes().get(axis);
          axis--) {
        index[axis] = 0;
      }
    }
  }

  private static String value(NdArray array, long index) {
    if (array.dtype().isWhole()) {
      return Long.toString(array.whole(index));
    }
    double number = array.number(index);
    return array.dtype() == DType.F64 ? Double.toString(number) : Float.toString((float) number);
  }

  private static String quoted(String name) {
    boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
