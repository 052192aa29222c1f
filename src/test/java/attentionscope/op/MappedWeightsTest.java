package attentionscope.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import attentionscope.tensor.MappedMatrix;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Origin;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** A run over weights in a file has the bits of one over weights in memory, gradients included. */
class MappedWeightsTest {
  private static final int VOCABULARY = 11;
  private static final int WIDTH = 6;

  private final FMatrixRMaj table = random(VOCABULARY, WIDTH, 1);
  private final FMatrixRMaj weight = random(WIDTH, WIDTH, 2);
  private final FMatrixRMaj bias = random(1, WIDTH, 3);

  private static FMatrixRMaj random(int rows, int columns, long seed) {
    Random random = new Random(seed);
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.data[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  private static MappedMatrix mapped(FMatrixRMaj matrix) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[4 * matrix.data.length]);
    ValueLayout.OfFloat layout =
        ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    MemorySegment.copy(matrix.data, 0, bytes, layout, 0, matrix.data.length);
    return new MappedMatrix(
        MappedMatrix.Cells.F32, bytes, matrix.numRows, matrix.numCols, matrix.numCols, 1);
  }

  private static Node given(Tape tape, String id, FMatrixRMaj matrix) throws Problem {
    Op given = new Given("parameter", matrix, new Origin.Handmade());
    Axis rows = Axis.features(matrix.numRows);
    return tape.record(TensorId.of(id), given, rows, Axis.features(matrix.numCols));
  }

  /** Words are looked up, projected, and compared with the table, as in a tied output. */
  private static Trace run(FMatrixRMaj table, FMatrixRMaj weight, FMatrixRMaj bias) throws Problem {
    Tape tape = Tape.plain();
    Node words = given(tape, "table", table);
    Node w = given(tape, "weight", weight);
    Node b = given(tape, "bias", bias);
    FMatrixRMaj ids = new FMatrixRMaj(3, 1, true, new float[] {4, 10, 4});
    Axis rows = Axis.features(3);
    Node picks =
        tape.record(
            TensorId.of("ids"), new Given("tokens", ids, new Origin.Typed()), rows, Axis.single());
    Node x = tape.record(TensorId.of("x"), new Lookup(), rows, words.columns(), words, picks);
    Node y = tape.record(TensorId.of("y"), new Linear(false), rows, w.columns(), x, w, b);
    Node some = tape.record(TensorId.of("some"), new Columns(1, 3), w.rows(), Axis.features(3), w);
    tape.record(TensorId.of("rows"), new RowRange(2, 2), Axis.features(2), w.columns(), w);
    Node z = tape.record(TensorId.of("z"), new Product(false), rows, some.columns(), y, some);
    Node logits =
        tape.record(TensorId.of("logits"), new Product(true), rows, words.rows(), y, words);
    FMatrixRMaj ones = new FMatrixRMaj(3, VOCABULARY);
    ones.fill(0.5f);
    FMatrixRMaj more = new FMatrixRMaj(3, 3);
    more.fill(-1f);
    Gradients.of(tape, Map.of(logits, ones, z, more));
    return tape.finish(new Provenance("test", new Origin.Handmade(), "", List.of()));
  }

  @Test
  void everyMatrixAndEveryGradientHasTheSameBits() throws Problem {
    Trace inMemory = run(table, weight, bias);
    Trace inFile = run(mapped(table), mapped(weight), bias);
    assertEquals(
        inMemory.nodes().stream().map(Node::id).toList(),
        inFile.nodes().stream().map(Node::id).toList());
    for (Node node : inMemory.nodes()) {
      FMatrixRMaj other = inFile.get(node.id()).value();
      assertArrayEquals(node.value().data, other.copy().data, node.id().path());
    }
    Node y = inFile.get(TensorId.of("y"));
    assertEquals(y.at(1, 2), y.explain(1, 2).value());
    Node weights = inFile.get(TensorId.of("weight"));
    assertEquals(weight.get(1, 2), weights.explain(1, 2).value());
  }
}
