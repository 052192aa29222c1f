package attentionscope.checkpoint;

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

  TensorId weights(int head) {
    return kind.weights(layer, head);
  }
}
