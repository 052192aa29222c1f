package attentionscope.tensor;

import org.jspecify.annotations.Nullable;

/**
 * The inner loops of this run: plain ones, or those on SIMD instructions. Both give the same bits.
 *
 * <p>Which it is, is decided once, when the first matrix is computed: SIMD where the module {@code
 * jdk.incubator.vector} has been loaded by then. The system property {@value #PROPERTY}, {@code
 * scalar} or {@code vector}, decides otherwise. Only the SIMD classes themselves refer to that
 * module, and without it none of them is touched.
 *
 * <p>Small work is left to the plain loops even so: SIMD code is slow until it is compiled, and a
 * lesson's matrices would never get that far.
 */
sealed interface Kernel {

  /** The system property that names the kernel. */
  String PROPERTY = "attentionscope.kernel";

  /** What multiplies {@code rows} x {@code inner} by {@code inner} x {@code columns}. */
  ProductKernel products(int rows, int inner, int columns);

  /** What applies a function to so many cells. */
  CellKernel functions(int cells);

  /** The kernel of this run. */
  static Kernel chosen() {
    return Chosen.KERNEL;
  }

  /**
   * The kernel that a setting names.
   *
   * @param setting {@code scalar}, {@code vector}, or null for the better of those that work
   * @throws IllegalStateException if it is something else, or {@code vector} without its module
   */
  static Kernel of(@Nullable String setting) {
    return switch (setting) {
      case null -> vectorModuleIsLoaded() ? new Vector() : new Scalar();
      case "scalar" -> new Scalar();
      case "vector" -> {
        if (!vectorModuleIsLoaded()) {
          throw new IllegalStateException(
              PROPERTY + "=vector, but the module jdk.incubator.vector is not loaded");
        }
        yield new Vector();
      }
      default ->
          throw new IllegalStateException(PROPERTY + "=" + setting + " is not scalar or vector");
    };
  }

  private static boolean vectorModuleIsLoaded() {
    try {
      Class.forName("jdk.incubator.vector.FloatVector", false, Kernel.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Holds the choice, which is made when it is first asked for. */
  final class Chosen {
    private static final Kernel KERNEL = of(System.getProperty(PROPERTY));

    private Chosen() {}
  }

  /** Plain loops. */
  record Scalar(ProductKernel products, CellKernel functions) implements Kernel {
    Scalar() {
      this(new ScalarProducts(), new ScalarFunctions());
    }

    @Override
    public ProductKernel products(int rows, int inner, int columns) {
      return products;
    }

    @Override
    public CellKernel functions(int cells) {
      return functions;
    }
  }

  /** SIMD instructions where they pay. */
  record Vector(Scalar small, ProductKernel fewRows, ProductKernel manyRows, CellKernel functions)
      implements Kernel {

    private static final long SMALL_PRODUCT = 1 << 16;
    private static final int SMALL_MATRIX = 1 << 12;
    private static final int FEW_ROWS = 3;

    Vector() {
      this(
          new Scalar(),
          new VectorFewRows(),
          new PackedProducts(new NarrowTile(), new WideTile()),
          new VectorFunctions());
    }

    @Override
    public ProductKernel products(int rows, int inner, int columns) {
      if ((long) rows * inner * columns < SMALL_PRODUCT) {
        return small.products(rows, inner, columns);
      }
      return rows <= FEW_ROWS ? fewRows : manyRows;
    }

    @Override
    public CellKernel functions(int cells) {
      return cells < SMALL_MATRIX ? small.functions(cells) : functions;
    }
  }
}
