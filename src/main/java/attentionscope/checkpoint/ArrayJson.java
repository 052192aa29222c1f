package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes arrays as JSON: {@code {"metadata": {...}, "arrays": {"logits": {"dtype": "F32", "shape":
 * [1, 2], "data": [[0.5, 1.5]]}}}}. Every number is the shortest that names it exactly; those that
 * JSON lacks are the texts {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class ArrayJson {
  private ArrayJson() {}

  /**
   * Writes all arrays and the metadata.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, ArrayFile arrays) throws Problem {
    WholeFile.write(
        file,
        out -> {
          try (JsonGenerator json = new JsonMapper().createGenerator(out)) {
            json.writeStartObject().writeName("metadata").writeStartObject();
            arrays.metadata().forEach(json::writeStringProperty);
            json.writeEndObject().writeName("arrays").writeStartObject();
            arrays.arrays().forEach((name, array) -> writeArray(json, name, array));
            json.writeEndObject().writeEndObject();
          } catch (JacksonException e) {
            throw new IOException(e);
          }
        });
  }

  private static void writeArray(JsonGenerator json, String name, NdArray array) {
    json.writeName(name).writeStartObject();
    json.writeStringProperty("dtype", array.dtype().name());
    json.writeName("shape").writeStartArray();
    array.shape().sizes().forEach(json::writeNumber);
    json.writeEndArray().writeName("data");
    writeAxis(json, array, 0, 0);
    json.writeEndObject();
  }

  /** Writes what lies along an axis, from an element on; returns the element after it. */
  private static long writeAxis(JsonGenerator json, NdArray array, int axis, long from) {
    if (axis == array.shape().axes()) {
      writeElement(json, array, from);
      return from + 1;
    }
    json.writeStartArray();
    long next = from;
    for (long i = 0; i < array.shape().sizes().get(axis); i++) {
      next = writeAxis(json, array, axis + 1, next);
    }
    json.writeEndArray();
    return next;
  }

  private static void writeElement(JsonGenerator json, NdArray array, long index) {
    if (array.dtype() == DType.BOOL) {
      json.writeBoolean(array.whole(index) != 0);
    } else if (array.dtype().isWhole()) {
      json.writeNumber(array.whole(index));
    } else {
      double number = array.number(index);
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        json.writeString(Double.toString(number));
      } else if (array.dtype() == DType.F64) {
        json.writeNumber(number);
      } else {
        json.writeNumber((float) number);
      }
    }
  }
}
