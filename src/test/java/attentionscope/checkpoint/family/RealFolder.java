package attentionscope.checkpoint.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.SharedFolder;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.checkpoint.Safetensors;
import attentionscope.files.Problem;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** A trained checkpoint and what it is known to compute; these lie beside the project. */
record RealFolder(Path path, ArrayFile expected) {

  /** Allowed difference, relative to 1 + |reference|. */
  private static final double TOLERANCE = 5e-5;

  /** The folder of this name; without it the test is skipped, and says which is missing. */
  static RealFolder find(String name) throws Problem, IOException {
    Path path = SharedFolder.find("real/" + name);
    return new RealFolder(path, Safetensors.read(path.resolve("expected.safetensors")));
  }

  List<Integer> ids(String name) throws Problem {
    return Arrays.stream(expected.wholes(name)).mapToObj(Math::toIntExact).toList();
  }

  /** The rows of a matrix of ids. */
  List<List<Integer>> rows(String name) throws Problem {
    List<Integer> all = ids(name);
    int length = expected.get(name, -1, -1).shape().size(1);
    List<List<Integer>> rows = new ArrayList<>();
    for (int from = 0; from < all.size(); from += length) {
      rows.add(all.subList(from, from + length));
    }
    return rows;
  }

  void same(String name, FMatrixRMaj found) throws Problem {
    same(name, 0, expected.get(name).count(), found.data);
  }

  /** A part of a stored array. */
  void same(String name, long from, long count, float... found) throws Problem {
    NdArray reference = expected.get(name);
    assertEquals(count, found.length, name);
    for (int i = 0; i < count; i++) {
      double wanted = reference.number(from + i);
      int at = i;
      assertTrue(
          Math.abs(found[i] - wanted) <= TOLERANCE * (1 + Math.abs(wanted)),
          () -> "%s, element %d: %s, expected %s".formatted(name, at, found[at], wanted));
    }
  }

  /**
   * Weights of all layers and heads, [layer, head, query, key], of one sample.
   *
   * @param site such as {@code decoder.%d.self}
   * @param before elements of samples before
   */
  void sameAttention(
      String name, long before, Trace trace, String site, int layers, int heads, int sample)
      throws Problem {
    long at = before;
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        TensorId id = TensorId.of(site.formatted(layer)).child("head").child(head).child("weights");
        FMatrixRMaj all = trace.get(id).value();
        int cells = trace.get(id).rows().length() * all.numCols;
        float[] own = Arrays.copyOfRange(all.data, sample * cells, (sample + 1) * cells);
        same(name, at, cells, own);
        at += cells;
      }
    }
  }
}
