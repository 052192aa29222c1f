package attentionscope.bench;

import attentionscope.files.Problem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Both sides of a row, timed. Before that their results are compared, so that neither cheats. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Sides {

  /** Which row. */
  @Param("PRODUCT")
  public Work work = Work.PRODUCT;

  private Row row = new ProductRow();

  /** Makes both sides and compares them. */
  @Setup(Level.Trial)
  public void compare() throws Problem {
    VectorModule.load();
    row = work.row();
    row.compare();
  }

  /** Our side. */
  @Benchmark
  public Object ours() throws Problem {
    return row.ours();
  }

  /** The peer's. */
  @Benchmark
  public void peer() {
    row.peer();
  }
}
