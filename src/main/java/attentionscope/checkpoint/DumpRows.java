package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** Looks whether the rows of a dump are attention weights: shares of 1, none negative. */
final class DumpRows {
  /** As far as half precision, or four decimals, may lead away from 1. */
  private static final double TOLERANCE = 1e-2;

  /** Cells that are looked at; a dump larger than that is checked at its beginning only. */
  private static final long MOST_CELLS = 1 << 26;

  private long cells;
  private long rows;
  private long off;
  private Optional<Found> found = Optional.empty();

  /** The first row that is off. */
  private record Found(String sample, String id, int row, double sum) {}

  private DumpRows() {}

  /** What is off, in one sentence; nothing where all rows looked at are weights. */
  static Optional<Problem> remark(Path file, List<DumpSample> samples) {
    DumpRows looking = new DumpRows();
    samples.forEach(looking::look);
    return looking.found.map(
        found ->
            new Problem(
                "checkpoint.problem.dump-rows",
                file,
                looking.off,
                looking.rows,
                found.sample,
                found.id,
                found.row,
                String.format(Locale.ROOT, "%.4g", found.sum)));
  }

  private void look(DumpSample sample) {
    for (DumpLayer layer : sample.layers()) {
      for (int head = 0; head < layer.count() && cells < MOST_CELLS; head++) {
        FMatrixRMaj weights = layer.heads().part(head).matrix();
        for (int row = 0; row < weights.numRows; row++) {
          look(weights, row, sample.name(), layer.weights(head).path());
        }
        cells += (long) weights.numRows * weights.numCols;
      }
    }
  }

  private void look(FMatrixRMaj weights, int row, String sample, String id) {
    double sum = 0;
    boolean shares = true;
    for (int column = 0; column < weights.numCols; column++) {
      float weight = weights.unsafe_get(row, column);
      sum += weight;
      shares &= weight >= -TOLERANCE;
    }
    rows++;
    if (!shares || !(Math.abs(sum - 1) <= TOLERANCE)) {
      off++;
      if (found.isEmpty()) {
        found = Optional.of(new Found(sample, id, row, sum));
      }
    }
  }
}
