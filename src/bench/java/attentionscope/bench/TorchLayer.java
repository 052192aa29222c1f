package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import attentionscope.files.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * nn.TransformerEncoderLayer or, with cross-attention, nn.TransformerDecoderLayer, without dropout.
 *
 * @param self self-attention
 * @param cross cross-attention
 * @param hidden first half of the feed-forward
 * @param output second half
 * @param activation between them; may change what it is given
 * @param norms one a sublayer
 * @param normFirst whether they stand before it
 */
record TorchLayer(
    TorchAttention self,
    Optional<TorchAttention> cross,
    TorchProjection hidden,
    TorchProjection output,
    UnaryOperator<NDArray> activation,
    List<Norm> norms,
    boolean normFirst) {

  /** nn.LayerNorm. */
  record Norm(NDArray gain, NDArray bias, float epsilon) {
    static Norm of(TorchParameters parameters, String id, float epsilon) throws Problem {
      return new Norm(parameters.vector(id + ".gain"), parameters.vector(id + ".bias"), epsilon);
    }

    NDArray apply(NDArray x) {
      return Torch.layerNorm(x, gain, bias, epsilon);
    }
  }

  /** Ours of this id, such as {@code encoder.0}. */
  static TorchLayer of(
      TorchParameters parameters,
      String id,
      int heads,
      boolean hasCross,
      UnaryOperator<NDArray> activation,
      float epsilon,
      boolean normFirst)
      throws Problem {
    String self = id + ".self";
    String cross = id + ".cross";
    String feedForward = id + ".feedforward";
    TorchProjection projected =
        TorchProjection.of(parameters, self + ".q", self + ".k", self + ".v");
    double dK = (double) projected.weight().getShape().get(0) / 3 / heads;
    NDArray scale = parameters.number(1 / Math.sqrt(dK));
    TorchAttention selfAttention =
        new TorchAttention(
            projected,
            Optional.empty(),
            TorchProjection.of(parameters, self + ".output"),
            scale,
            heads);
    Optional<TorchAttention> crossAttention =
        hasCross
            ? Optional.of(
                new TorchAttention(
                    TorchProjection.of(parameters, cross + ".q"),
                    Optional.of(TorchProjection.of(parameters, cross + ".k", cross + ".v")),
                    TorchProjection.of(parameters, cross + ".output"),
                    scale,
                    heads))
            : Optional.empty();
    List<Norm> norms =
        hasCross
            ? List.of(
                Norm.of(parameters, self + ".norm", epsilon),
                Norm.of(parameters, cross + ".norm", epsilon),
                Norm.of(parameters, feedForward + ".norm", epsilon))
            : List.of(
                Norm.of(parameters, self + ".norm", epsilon),
                Norm.of(parameters, feedForward + ".norm", epsilon));
    return new TorchLayer(
        selfAttention,
        crossAttention,
        TorchProjection.of(parameters, feedForward + ".hidden"),
        TorchProjection.of(parameters, feedForward + ".output"),
        activation,
        norms,
        normFirst);
  }

  /**
   * @param x B x T x d, closed
   * @param weights takes the attention weights
   */
  NDArray apply(
      NDArray x, Optional<NDArray> memory, Optional<NDArray> mask, List<NDArray> weights) {
    NDArray now = around(norms.getFirst(), x, y -> self.apply(y, Optional.empty(), mask, weights));
    if (cross.isPresent()) {
      now = around(norms.get(1), now, y -> cross.get().apply(y, memory, Optional.empty(), weights));
    }
    return around(
        norms.getLast(), now, y -> then(then(hidden.apply(y), activation), output::apply));
  }

  /**
   * One token more.
   *
   * @param x B x 1 x d, closed
   */
  NDArray continued(NDArray x, TorchAttention.Past past, List<NDArray> weights) {
    NDArray now = around(norms.getFirst(), x, y -> self.continued(y, past, weights));
    return around(
        norms.getLast(), now, y -> then(then(hidden.apply(y), activation), output::apply));
  }

  private NDArray around(Norm norm, NDArray x, UnaryOperator<NDArray> sublayer) {
    try (x) {
      if (normFirst) {
        NDArray result = then(norm.apply(x), sublayer);
        return then(result, x::add);
      }
      NDArray result = sublayer.apply(x);
      return then(then(result, x::add), norm::apply);
    }
  }
}
