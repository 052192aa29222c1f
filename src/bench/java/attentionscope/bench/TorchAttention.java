package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.Optional;

/**
 * nn.MultiheadAttention with its weights returned for every head: queries, keys and values from one
 * product where they come from one matrix, all heads of all samples in one batched product.
 *
 * @param q projection of the queries, in self-attention of queries, keys and values
 * @param kv projection of keys and values; empty in self-attention
 * @param output W_O
 * @param scale 1/√d_k
 * @param heads how many
 */
record TorchAttention(
    TorchProjection q,
    Optional<TorchProjection> kv,
    TorchProjection output,
    NDArray scale,
    int heads) {

  /**
   * @param asking B x T_q x d
   * @param memory B x T_k x d, in cross-attention
   * @param mask T_q x T_k, added to the scores
   * @param weights takes the weights, B x h x T_q x T_k
   * @return B x T_q x d
   */
  NDArray apply(
      NDArray asking, Optional<NDArray> memory, Optional<NDArray> mask, List<NDArray> weights) {
    if (kv.isEmpty()) {
      try (NDArray all = q.apply(asking)) {
        NDList parts = all.split(3, 2);
        return attendAll(parts.get(0), parts.get(1), parts.get(2), mask, weights);
      }
    }
    try (NDArray both = kv.get().apply(memory.orElseThrow())) {
      NDList parts = both.split(2, 2);
      return attendAll(q.apply(asking), parts.get(0), parts.get(1), mask, weights);
    }
  }

  /** Keys and values of earlier tokens, B x h x T x d_k each. */
  record Past(NDArray keys, NDArray values) {}

  /**
   * Self-attention of one token more.
   *
   * @param asking B x 1 x d
   */
  NDArray continued(NDArray asking, Past past, List<NDArray> weights) {
    try (NDArray all = q.apply(asking)) {
      NDList parts = all.split(3, 2);
      try (NDArray headK = then(heads(parts.get(1)), k -> past.keys.concat(k, 2));
          NDArray headV = then(heads(parts.get(2)), v -> past.values.concat(v, 2))) {
        return attend(parts.get(0), headK, headV, Optional.empty(), weights);
      }
    }
  }

  private NDArray attendAll(
      NDArray allQ, NDArray allK, NDArray allV, Optional<NDArray> mask, List<NDArray> weights) {
    try (NDArray headK = heads(allK);
        NDArray headV = heads(allV)) {
      return attend(allQ, headK, headV, mask, weights);
    }
  }

  private NDArray attend(
      NDArray allQ, NDArray headK, NDArray headV, Optional<NDArray> mask, List<NDArray> weights) {
    long width = allQ.getShape().get(2);
    try (NDArray headQ = then(heads(allQ), x -> x.mul(scale)); // B x h x T_q x d_k
        NDArray keys = headK.transpose(0, 1, 3, 2)) { // B x h x d_k x T_k
      NDArray scores = headQ.matMul(keys); // B x h x T_q x T_k
      NDArray masked = mask.isEmpty() ? scores : scores.addi(mask.get());
      NDArray attention = then(masked, x -> x.softmax(-1));
      weights.add(attention);
      NDArray joined =
          then(
              then(attention.matMul(headV), x -> x.transpose(0, 2, 1, 3)), // B x T_q x h x d_k
              x -> x.reshape(x.getShape().get(0), x.getShape().get(1), width));
      return then(joined, output::apply);
    }
  }

  /** B x T x d becomes B x h x T x d_k. */
  private NDArray heads(NDArray x) {
    long samples = x.getShape().get(0);
    long length = x.getShape().get(1);
    long width = x.getShape().get(2);
    NDArray apart = then(x, y -> y.reshape(samples, length, heads, width / heads));
    return then(apart, y -> y.transpose(0, 2, 1, 3));
  }
}
