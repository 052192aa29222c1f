package attentionscope.checkpoint;

import attentionscope.tensor.MappedMatrix;
import attentionscope.trace.TensorId;

/**
 * One layer of one attention of a sample.
 *
 * @param kind which attention
 * @param layer its number
 * @param array what the file calls it
 * @param heads [head, query, key]
 */
record DumpLayer(DumpKind kind, int layer, String array, NdArray heads) {
  int count() {
    return heads.shape().size(0);
  }

  int queries() {
    return heads.shape().size(1);
  }

  int keys() {
    return heads.shape().size(2);
  }

  /** Whether every query has weight zero on all keys behind it, as under a look-ahead mask. */
  boolean isCausal() {
    if (queries() < 2 || queries() != keys()) {
      return false;
    }
    for (int head = 0; head < count(); head++) {
      MappedMatrix weights = heads.part(head).matrix();
      for (int query = 0; query < queries(); query++) {
        for (int key = query + 1; key < keys(); key++) {
          if (weights.unsafe_get(query, key) != 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The same as the attention of a decoder, where it is that of the only stack. */
  DumpLayer causal() {
    return kind == DumpKind.ONLY ? new DumpLayer(DumpKind.CAUSAL, layer, array, heads) : this;
  }

  TensorId weights(int head) {
    return kind.weights(layer, head);
  }
}
