package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.Shape;
import attentionscope.files.Problem;
import attentionscope.op.Alibi;
import attentionscope.op.Buckets;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** Tables of positions: sine and cosine, rotations, linear biases, buckets. */
final class TorchTables {
  private TorchTables() {}

  static boolean recognises(ReferenceCase given) {
    return given.has("sinusoid", "rope", "alibi", "t5_bucket");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    ArrayFile arrays = given.expected();
    comparison.inputs("sinusoid.rows");
    for (String name : arrays.arrays().keySet()) {
      if (name.startsWith("sinusoid.interleaved.")) {
        sinusoid(comparison, arrays, name, Sinusoid.Layout.INTERLEAVED);
      } else if (name.startsWith("sinusoid.marian_halves.")) {
        sinusoid(comparison, arrays, name, Sinusoid.Layout.CONCATENATED);
      } else if (name.startsWith("alibi.slopes.")) {
        alibi(comparison, arrays, name);
      } else if (name.startsWith("rope.") && name.endsWith(".rotary_dim")) {
        rotary(comparison, arrays, name.substring(0, name.lastIndexOf('.')));
      } else if (name.startsWith("t5_bucket.") && name.endsWith(".num_buckets")) {
        buckets(comparison, arrays, name.substring(0, name.lastIndexOf('.')));
      }
    }
  }

  /** Its rows are those that {@code sinusoid.rows} lists, where it has as many; else the first. */
  private static void sinusoid(
      Comparison comparison, ArrayFile arrays, String name, Sinusoid.Layout layout) throws Problem {
    Shape shape = arrays.get(name, -1, -1).shape();
    long[] listed = arrays.has("sinusoid.rows") ? arrays.wholes("sinusoid.rows") : new long[0];
    int[] rows =
        IntStream.range(0, shape.size(0))
            .map(row -> listed.length == shape.size(0) ? Math.toIntExact(listed[row]) : row)
            .toArray();
    int length = 1 + IntStream.of(rows).max().orElse(0);
    int width = shape.size(1);
    FMatrixRMaj table =
        new Sinusoid(1, length, width, layout, TransformerConfig.BASE).forward(List.of());
    float[] found = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(table.data, rows[i] * width, found, i * width, width);
    }
    comparison.same(name, found);
  }

  private static void alibi(Comparison comparison, ArrayFile arrays, String name) throws Problem {
    List<Float> slopes = Alibi.slopes(arrays.get(name, -1).shape().size(0));
    float[] found = new float[slopes.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = slopes.get(i);
    }
    comparison.same(name, found);
  }

  private static void rotary(Comparison comparison, ArrayFile arrays, String name) throws Problem {
    boolean halves = name.startsWith("rope.half");
    Rotate.Pairing pairing = halves ? Rotate.Pairing.HALVES : Rotate.Pairing.INTERLEAVED;
    int turned = (int) arrays.get(name + ".rotary_dim").number(0);
    double base = arrays.get(name + ".base").number(0);
    comparison.inputs(name + ".rotary_dim", name + ".base");
    for (String part : List.of(name + ".q", name + ".k")) {
      Shape shape = arrays.get(part, -1, -1, -1, -1).shape(); // [1, heads, length, width]
      int width = shape.size(-1);
      FMatrixRMaj x =
          new FMatrixRMaj((int) shape.count() / width, width, true, arrays.floats(part));
      Rotate rotate = new Rotate(shape.size(-2), turned, pairing, base);
      comparison.inputs(part);
      comparison.same(part + "_rotated", rotate.forward(List.of(x)));
    }
    angles(comparison, arrays, name, new Rotate(1, turned, pairing, base));
  }

  /** Vectors of (1, 0) in every pair turn into cosines and sines. */
  private static void angles(Comparison comparison, ArrayFile arrays, String name, Rotate rotate)
      throws Problem {
    Shape shape = arrays.get(name + ".cos", -1, -1).shape();
    int turned = rotate.turned();
    boolean halves = rotate.turning().pairing() == Rotate.Pairing.HALVES;
    FMatrixRMaj ones = new FMatrixRMaj(shape.size(0), turned);
    for (int row = 0; row < ones.numRows; row++) {
      for (int pair = 0; pair < turned / 2; pair++) {
        ones.set(row, halves ? pair : 2 * pair, 1f);
      }
    }
    FMatrixRMaj y =
        new Rotate(ones.numRows, turned, rotate.turning().pairing(), rotate.turning().base())
            .forward(List.of(ones));
    FMatrixRMaj cos = new FMatrixRMaj(shape.size(0), shape.size(1));
    FMatrixRMaj sin = new FMatrixRMaj(shape.size(0), shape.size(1));
    for (int row = 0; row < cos.numRows; row++) {
      for (int column = 0; column < cos.numCols; column++) {
        int pair = column % (turned / 2); // halves hold every angle twice
        cos.set(row, column, y.get(row, halves ? pair : 2 * pair));
        sin.set(row, column, y.get(row, halves ? pair + turned / 2 : 2 * pair + 1));
      }
    }
    comparison.same(name + ".cos", cos);
    comparison.same(name + ".sin", sin);
  }

  private static void buckets(Comparison comparison, ArrayFile arrays, String name) throws Problem {
    int count = (int) arrays.get(name + ".num_buckets").whole(0);
    int farthest = (int) arrays.get(name + ".max_distance").whole(0);
    comparison.inputs(name + ".num_buckets", name + ".max_distance");
    for (boolean bothWays : new boolean[] {true, false}) {
      String table = name + (bothWays ? ".bidirectional" : ".unidirectional");
      if (!comparison.has(table)) {
        continue;
      }
      Shape shape = arrays.get(table, -1, -1).shape(); // [query, key]
      float[] found = new float[(int) shape.count()];
      for (int i = 0; i < found.length; i++) {
        int distance = i % shape.size(1) - i / shape.size(1);
        found[i] = Buckets.bucketOf(distance, count, farthest, bothWays);
        assertEquals(arrays.get(table).whole(i), (long) found[i], table + " at " + distance);
      }
      comparison.same(table, found);
    }
  }
}
