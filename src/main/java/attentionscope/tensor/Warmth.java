package attentionscope.tensor;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the SIMD code for small work has been compiled. Until then it is a hundred times slower
 * than the plain loops, so it is not used; once so much small work has been asked for that it would
 * pay, a thread of its own runs it on scratch matrices until it is fast.
 *
 * <p>Nobody sees the difference but by the clock: both give the same bits.
 */
final class Warmth {

  /** So much small work is done by plain loops before SIMD code is worth compiling. */
  private static final int ENOUGH = 4_000;

  private static final int BATCH = 200;

  /** Give up after so many batches: some machines have no SIMD instructions to compile to. */
  private static final int MOST_BATCHES = 200;

  private final AtomicInteger asked = new AtomicInteger();

  private volatile boolean reached;

  /** Whether it is warm; counts the question as one piece of small work. */
  boolean isReached(Kernel.Vector kernel) {
    if (!reached && asked.incrementAndGet() == ENOUGH) {
      Thread.ofPlatform().daemon().name("warming SIMD code").start(() -> warm(kernel));
    }
    return reached;
  }

  private void warm(Kernel.Vector kernel) {
    for (int batch = 0; batch < MOST_BATCHES && !reached; batch++) {
      long vector = time(kernel.direct(), kernel.fewRows(), kernel.functions());
      long plain =
          time(kernel.plain().products(), kernel.plain().products(), kernel.plain().functions());
      reached = vector < plain;
    }
  }

  private static long time(ProductKernel products, ProductKernel fewRows, CellKernel functions) {
    Block x = scratch(12, 64);
    Block square = scratch(64, 64);
    Block c = scratch(12, 64);
    Block head = x.columns(0, 20);
    Factors a = Factors.of(x);
    Factors queries = Factors.of(head);
    Block scores = c.columns(0, 12);
    long start = System.nanoTime();
    for (int i = 0; i < BATCH; i++) {
      products.multiply(a, square, c);
      products.multiplyTransposed(queries, head, scores);
      products.multiply(Factors.of(scores), head, c.columns(0, 20));
      products.multiply(a, square.columns(0, 40), c.columns(0, 40));
      fewRows.multiply(a.rows(0, 1), square, c.rows(0, 1));
      for (CellFunction function : CellFunction.values()) {
        functions.apply(function, x.data(), c.data(), 0, 5 * 16);
      }
    }
    return System.nanoTime() - start;
  }

  private static Block scratch(int rows, int columns) {
    return new Block(new float[rows * columns], 0, columns, rows, columns);
  }
}
