package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel computes what {@link Products} defines, to the bit. */
class ProductKernelsTest {

  private static final int MOST = 40;

  /** Cells around c that no kernel may touch. */
  private static final float UNTOUCHED = 12345f;

  static Stream<Kernels> kernels() {
    return Stream.concat(
        Stream.of(new Kernels("scalar", new ScalarProducts())),
        Copies.SPECIES.stream().flatMap(ProductKernelsTest::vectorKernels));
  }

  private static Stream<Kernels> vectorKernels(VectorSpecies<Float> species) {
    return Stream.of(
        new Kernels("packed, " + species.length() + " lanes", Copies.packed(species)),
        new Kernels("direct, " + species.length() + " lanes", Copies.direct(species)),
        new Kernels("few rows, " + species.length() + " lanes", Copies.fewRows(species)));
  }

  record Kernels(String name, ProductKernel kernel) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A product, and how it is asked for. */
  record Shape(int rows, int inner, int columns) {}

  static final List<Shape> LARGE =
      List.of(
          new Shape(67, 129, 515),
          new Shape(1, 768, 3072),
          new Shape(2, 257, 1001),
          new Shape(3, 384, 130),
          new Shape(6, 1023, 65),
          new Shape(131, 128, 31),
          new Shape(258, 64, 258));

  @ParameterizedTest
  @MethodSource("kernels")
  void everyShapeUpToFortyHasTheDefinedBits(Kernels kernels) {
    Block a = within(Samples.block(MOST, MOST, 1));
    Block down = within(Samples.transpose(a));
    Block b = within(Samples.block(MOST, MOST, 2));
    Block transposed = within(Samples.transpose(b));
    Block c = within(Samples.block(MOST, MOST, 3));
    for (int inner = 1; inner <= MOST; inner++) {
      Block expected = Samples.product(a.columns(0, inner), b.rows(0, inner));
      for (int rows = 1; rows <= MOST; rows++) {
        for (int columns = 1; columns <= MOST; columns++) {
          Block left = a.rows(0, rows).columns(0, inner);
          Block result = c.rows(0, rows).columns(0, columns);
          clear(c);
          Block right = b.rows(0, inner).columns(0, columns);
          kernels.kernel.multiply(Factors.of(left), right, result);
          Samples.assertSameBits(expected, result);
          assertUntouched(c, rows, columns);
          clear(c);
          Block turned = down.rows(0, inner).columns(0, rows);
          kernels.kernel.multiply(Factors.transposed(turned), right, result);
          Samples.assertSameBits(expected, result);
          assertUntouched(c, rows, columns);
          clear(c);
          kernels.kernel.multiplyTransposed(
              Factors.of(left), transposed.rows(0, columns).columns(0, inner), result);
          Samples.assertSameBits(expected, result);
          assertUntouched(c, rows, columns);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("LARGE")
  void largeOddShapesHaveTheDefinedBits(Shape shape) {
    Block a = within(Samples.block(shape.rows, shape.inner, 1));
    Block b = within(Samples.block(shape.inner, shape.columns, 2));
    Block transposed = within(Samples.transpose(b));
    Block down = within(Samples.transpose(a));
    Block expected = Samples.product(a, b);
    kernels()
        .forEach(
            kernels -> {
              Block c = within(Samples.block(shape.rows, shape.columns, 3));
              kernels.kernel.multiply(Factors.of(a), b, c);
              Samples.assertSameBits(expected, c);
              clear(c);
              kernels.kernel.multiplyTransposed(Factors.of(a), transposed, c);
              Samples.assertSameBits(expected, c);
              clear(c);
              kernels.kernel.multiply(Factors.transposed(down), b, c);
              Samples.assertSameBits(expected, c);
            });
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void infinitiesAndNansStayInTheirRowsAndColumns(Kernels kernels) {
    Block a = Samples.block(9, 150, 1);
    Block b = Samples.block(150, 75, 2);
    a.data()[a.row(2) + 140] = Float.POSITIVE_INFINITY;
    a.data()[a.row(5)] = Float.NaN;
    b.data()[b.row(3) + 74] = Float.NEGATIVE_INFINITY;
    b.data()[b.row(149) + 7] = Float.NaN;
    Block expected = Samples.product(a, b);
    Block c = Samples.block(9, 75, 3);
    kernels.kernel.multiply(Factors.of(a), b, c);
    Samples.assertSameBits(expected, c);
    clear(c);
    kernels.kernel.multiplyTransposed(Factors.of(a), Samples.transpose(b), c);
    Samples.assertSameBits(expected, c);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aProductOfNothingIsZero(Kernels kernels) {
    Block c = Samples.block(5, 70, 3);
    kernels.kernel.multiply(Factors.of(Samples.block(5, 0, 1)), Samples.block(0, 70, 2), c);
    Samples.assertSameBits(new Block(new float[350], 0, 70, 5, 70), c);
  }

  /** The same cells as a window on a larger array of NaNs. */
  private static Block within(Block block) {
    int stride = block.columns() + 3;
    float[] data = new float[7 + block.rows() * stride];
    Arrays.fill(data, Float.NaN);
    Block window = new Block(data, 5, stride, block.rows(), block.columns());
    for (int i = 0; i < block.rows(); i++) {
      System.arraycopy(block.data(), block.row(i), data, window.row(i), block.columns());
    }
    return window;
  }

  private static void clear(Block c) {
    Arrays.fill(c.data(), UNTOUCHED);
  }

  private static void assertUntouched(Block c, int rows, int columns) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = i < rows ? columns : 0; j < c.columns(); j++) {
        assertEquals(UNTOUCHED, c.get(i, j));
      }
    }
    assertEquals(UNTOUCHED, c.data()[c.offset() - 1]);
  }
}
