package attentionscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all rows, or those that the arguments name, in several rounds: in each, our side and
 * then the peer's, each in a JVM of its own. What comes of all rounds is printed and written to
 * {@code target/bench.json}.
 *
 * <p>System properties: {@code rounds}; {@code options}, the file of the program's JVM options;
 * {@code cache}, the folder where libtorch is unpacked.
 */
public final class Bench {

  private static final int THREADS = 2;

  private Bench() {}

  public static void main(String[] words) throws IOException, RunnerException {
    int rounds = Integer.getInteger("rounds", 3);
    Map<Work, Measured> measured = new EnumMap<>(Work.class);
    for (int round = 0; round < rounds; round++) {
      for (Work work : Work.values()) {
        if (work.isNamedBy(words)) {
          IO.println("round %d of %d: %s".formatted(round + 1, rounds, work.title));
          measured
              .computeIfAbsent(work, Measured::new)
              .add(times("ours", work), times("peer", work));
        }
      }
    }
    Table table = new Table(List.copyOf(measured.values()));
    IO.print(table.text());
    table.write(Path.of("target", "bench.json"));
  }

  private static List<Double> times(String side, Work work) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\.Sides\\." + side + "$")
            .param("work", work.name())
            .forks(1)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs(
                "@" + System.getProperty("options"),
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx" + work.heap,
                "-DDJL_CACHE_DIR=" + System.getProperty("cache"),
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dai.djl.pytorch.num_threads=" + THREADS,
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-XX:ActiveProcessorCount=" + THREADS)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    List<Double> times = new ArrayList<>();
    for (RunResult result : results) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          times.add(iteration.getPrimaryResult().getScore());
        }
      }
    }
    return times;
  }
}
