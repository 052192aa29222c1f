package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.AttentionDump;
import attentionscope.checkpoint.NdArray;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.trace.Trace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Attention from elsewhere leaves the program under the names under which it came. */
class DumpArraysTest {

  private static NdArray array(int... shape) {
    long[] sizes = new long[shape.length];
    int count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      sizes[axis] = shape[axis];
      count *= shape[axis];
    }
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i / 7f;
    }
    return NdArray.of(numbers, sizes);
  }

  private static Map<String, NdArray> written(SequencedMap<String, NdArray> arrays)
      throws Exception {
    ArrayFile file = ArrayFile.of(Path.of("dump.npz"), arrays);
    Tokens first = Tokens.of(List.of(0), List.of("0"));
    Trace trace =
        AttentionDump.of("dump", file).run(new ModelInput(first, Optional.empty(), ""), List.of());
    return TraceArrays.huggingFace(trace);
  }

  @Test
  void oneStack() throws Exception {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("attentions.0", array(1, 2, 3, 3));
    arrays.put("attentions.1", array(1, 2, 3, 3));
    Map<String, NdArray> written = written(arrays);
    assertEquals(arrays.keySet(), written.keySet());
    assertEquals(arrays.get("attentions.1").shape(), written.get("attentions.1").shape());
    assertArrayEquals(arrays.get("attentions.1").floats(), written.get("attentions.1").floats());
  }

  @Test
  void encoderAndDecoder() throws Exception {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("encoder_attentions.0", array(1, 1, 3, 3));
    arrays.put("decoder_attentions.0", array(1, 1, 2, 2));
    arrays.put("cross_attentions.0", array(1, 1, 2, 3));
    Map<String, NdArray> written = written(arrays);
    assertEquals(arrays.keySet(), written.keySet());
    for (Map.Entry<String, NdArray> entry : arrays.entrySet()) {
      assertArrayEquals(entry.getValue().floats(), written.get(entry.getKey()).floats());
    }
  }
}
