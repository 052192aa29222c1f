package attentionscope.tensor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inner loops of this run: plain ones, or those on SIMD instructions. Both give the same bits.
 *
 * <p>Which it is, is decided once, when the first matrix is computed: SIMD where the module {@code
 * jdk.incubator.vector} has been loaded by then. The system property {@value #PROPERTY}, {@code
 * scalar} or {@code vector}, decides otherwise. Only the SIMD classes themselves refer to that
 * module, and without it none of them is touched.
 *
 * <p>Small work is left to the plain loops at first: SIMD code is slow until it is compiled, and a
 * few runs of a lesson's model would never get that far. Where there is much of it, as in training,
 * SIMD takes over once it is compiled ({@link Warmth}).
 */
sealed interface Kernel {

  /** The system property that names the kernel. */
  String PROPERTY = "attentionscope.kernel";

  /** What multiplies {@code rows} x {@code inner} by {@code inner} x {@code columns}. */
  ProductKernel products(int rows, int inner, int columns);

  /** The same where the right-hand matrix is given as its transpose. */
  ProductKernel transposedProducts(int rows, int inner, int columns);

  /** What multiplies so many rows by a matrix in a file; empty where a copy of it is better. */
  default Optional<MappedKernel> mappedProducts(int rows, MappedMatrix b) {
    return Optional.empty();
  }

  /** What applies a function to so many cells. */
  CellKernel functions(int cells);

  /** What adds and multiplies rows, of so many cells together. */
  RowKernel rows(int cells);

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
  record Scalar(ProductKernel products, CellKernel functions, RowKernel rows) implements Kernel {
    Scalar() {
      this(new ScalarProducts(), new ScalarFunctions(), new ScalarRows());
    }

    @Override
    public ProductKernel products(int rows, int inner, int columns) {
      return products;
    }

    @Override
    public ProductKernel transposedProducts(int rows, int inner, int columns) {
      return products;
    }

    @Override
    public CellKernel functions(int cells) {
      return functions;
    }

    @Override
    public RowKernel rows(int cells) {
      return rows;
    }
  }

  /**
   * SIMD instructions where they pay.
   *
   * @param plain for small work as long as SIMD code is cold
   * @param fewRows for one to three rows
   * @param direct for matrices so small that they are read where they lie
   * @param packed for all others
   * @param mapped for one to three rows and a matrix in a file
   * @param functions on cells
   * @param rows added and multiplied
   * @param warmth of the SIMD code for small work
   */
  record Vector(
      Scalar plain,
      ProductKernel fewRows,
      ProductKernel direct,
      ProductKernel packed,
      MappedKernel mapped,
      CellKernel functions,
      RowKernel rows,
      Warmth warmth)
      implements Kernel {

    private static final long SMALL_PRODUCT = 1 << 16;
    private static final int SMALL_MATRIX = 1 << 12;
    private static final int FEW_ROWS = 3;

    /** Up to so many rows a right-hand matrix is not worth packing, however large. */
    private static final int DIRECT_ROWS = 16;

    /** A right-hand matrix so narrow lies like a panel already. */
    private static final int DIRECT_COLUMNS = 64;

    /** Cells of such a matrix that the inner caches hold. */
    private static final int DIRECT_CELLS = 1 << 15;

    /** Cells of a wider one that the innermost cache holds, however its rows are spread. */
    private static final int INNERMOST_CELLS = 1 << 13;

    /** Cells of a right-hand matrix that is turned round as a whole. */
    private static final int TURNED_CELLS = 1 << 12;

    Vector() {
      this(new Scalar(), new VectorFewRows(), new NarrowTile(), new WideTile());
    }

    private Vector(Scalar plain, ProductKernel fewRows, Tile narrow, Tile wide) {
      this(
          plain,
          fewRows,
          new DirectProducts(new EdgeTile(), narrow, wide),
          new PackedProducts(new VectorPacker(), narrow, wide),
          new MappedFewRows(),
          new VectorFunctions(),
          new VectorRows(),
          new Warmth());
    }

    @Override
    public ProductKernel products(int rows, int inner, int columns) {
      if (isLeftToPlainLoops(rows, inner, columns)) {
        return plain.products();
      }
      if (rows <= FEW_ROWS) {
        return fewRows;
      }
      int cells = columns <= DIRECT_COLUMNS ? DIRECT_CELLS : INNERMOST_CELLS;
      return rows <= DIRECT_ROWS || inner * columns <= cells ? direct : packed;
    }

    @Override
    public ProductKernel transposedProducts(int rows, int inner, int columns) {
      if (isLeftToPlainLoops(rows, inner, columns)) {
        return plain.products();
      }
      if (rows <= FEW_ROWS) {
        return fewRows;
      }
      return inner * columns <= TURNED_CELLS ? direct : packed;
    }

    @Override
    public Optional<MappedKernel> mappedProducts(int rows, MappedMatrix b) {
      boolean readable = b.isEven() && b.keepsRowsTogether() && b.cells() != MappedMatrix.Cells.F64;
      return rows <= FEW_ROWS && readable && !isLeftToPlainLoops(rows, b.numRows, b.numCols)
          ? Optional.of(mapped)
          : Optional.empty();
    }

    private boolean isLeftToPlainLoops(int rows, int inner, int columns) {
      return (long) rows * inner * columns < SMALL_PRODUCT && !warmth.isReached(this);
    }

    @Override
    public CellKernel functions(int cells) {
      return isLeftToPlainLoops(cells) ? plain.functions() : functions;
    }

    @Override
    public RowKernel rows(int cells) {
      return isLeftToPlainLoops(cells) ? plain.rows() : rows;
    }

    private boolean isLeftToPlainLoops(int cells) {
      return cells < SMALL_MATRIX && !warmth.isReached(this);
    }
  }
}
