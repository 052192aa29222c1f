package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * How an array of attention is laid out: its last three axes are [head, query, key], before them
 * stand samples and layers, one of them, or none.
 *
 * @param array the numbers
 * @param samples how many, 1 where there is no axis of samples
 * @param layers how many, 1 where there is no axis of layers
 * @param sampleAxis which axis the samples are, or -1
 * @param layerAxis which axis the layers are, or -1
 */
record DumpForm(NdArray array, int samples, int layers, int sampleAxis, int layerAxis) {
  private static final int LARGEST = 1 << 28;
  private static final int MOST = 100_000;

  /**
   * Finds it out.
   *
   * @param batch how many samples there are, where something says it
   * @throws Problem if the array has other axes, or no numbers that could be weights
   */
  static DumpForm of(Path file, DumpArray dump, OptionalInt batch) throws Problem {
    NdArray array = dump.array();
    List<Long> sizes = array.shape().sizes();
    int before = sizes.size() - 3;
    boolean oneLayer = dump.layer().isPresent();
    boolean fits = before >= 0 && before <= (oneLayer ? 1 : 2) && !array.dtype().isWhole();
    for (int axis = 0; fits && axis < sizes.size(); axis++) {
      fits = sizes.get(axis) > 0 && sizes.get(axis) <= (axis < before + 1 ? MOST : LARGEST);
    }
    if (!fits || sizes.get(before + 1) * sizes.get(before + 2) > LARGEST) {
      throw new Problem(
          "checkpoint.problem.dump-shape", file, dump.name(), array.dtype(), array.shape());
    }
    if (before == 2) {
      boolean batchFirst = isBatchFirst(sizes.get(0), sizes.get(1), batch);
      return of(array, batchFirst ? 0 : 1, batchFirst ? 1 : 0);
    }
    return of(array, before == 1 && oneLayer ? 0 : -1, before == 1 && !oneLayer ? 0 : -1);
  }

  private static DumpForm of(NdArray array, int sampleAxis, int layerAxis) {
    int samples = sampleAxis < 0 ? 1 : array.shape().size(sampleAxis);
    int layers = layerAxis < 0 ? 1 : array.shape().size(layerAxis);
    return new DumpForm(array, samples, layers, sampleAxis, layerAxis);
  }

  /** Layers are stacked in front by some, samples by others; one sample tells itself. */
  private static boolean isBatchFirst(long first, long second, OptionalInt batch) {
    if (batch.isPresent()) {
      return first == batch.getAsInt() || second != batch.getAsInt();
    }
    return first == 1 || second != 1;
  }

  /** What a sample has in a layer: [head, query, key]. */
  NdArray heads(int sample, int layer) {
    if (sampleAxis >= 0 && layerAxis >= 0) {
      return sampleAxis == 0 ? array.part(sample, layer) : array.part(layer, sample);
    }
    return sampleAxis == 0 ? array.part(sample) : layerAxis == 0 ? array.part(layer) : array;
  }
}
