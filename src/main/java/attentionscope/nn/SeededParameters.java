package attentionscope.nn;

import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32C;
import org.ejml.data.FMatrixRMaj;

/**
 * Parameters drawn at random when first asked for. A matrix depends on the seed and on its own id
 * alone, not on the order of asking.
 *
 * <p>Projections are drawn uniformly within ±√(6 / (in + out)) (Glorot and Bengio 2010), tables
 * uniformly with the deviation 1/√d, so that tables × √d_model have deviation one.
 */
public final class SeededParameters implements Parameters {

  private final long seed;
  private final Map<TensorId, FMatrixRMaj> drawn = new ConcurrentHashMap<>();

  public SeededParameters(long seed) {
    this.seed = seed;
  }

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) {
    FMatrixRMaj matrix = drawn.get(id);
    if (matrix == null) {
      matrix = drawn.computeIfAbsent(id, one -> draw(one, rows, columns, kind));
    }
    if (matrix.numRows != rows || matrix.numCols != columns) {
      throw new IllegalStateException(id + " was asked for in two sizes");
    }
    return matrix;
  }

  private FMatrixRMaj draw(TensorId id, int rows, int columns, Kind kind) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    switch (kind) {
      case BIAS -> {}
      case GAIN -> matrix.fill(1f);
      case WEIGHT -> fill(matrix, id, (float) Math.sqrt(6.0 / (rows + columns)));
      case TABLE -> fill(matrix, id, (float) Math.sqrt(3.0 / columns));
    }
    return matrix;
  }

  /** Uniform in ±bound; the generator is named, since its stream must be the same everywhere. */
  private void fill(FMatrixRMaj matrix, TensorId id, float bound) {
    CRC32C hash = new CRC32C();
    hash.update(id.path().getBytes(StandardCharsets.UTF_8));
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed << 32 ^ hash.getValue());
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = (2 * random.nextFloat() - 1) * bound;
    }
  }

  @Override
  public Origin origin(TensorId id) {
    return new Origin.Seed(seed);
  }

  @Override
  public Origin origin() {
    return new Origin.Seed(seed);
  }
}
