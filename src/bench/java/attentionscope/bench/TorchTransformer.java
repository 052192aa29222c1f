package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import attentionscope.files.Problem;
import attentionscope.model.Tokens;
import attentionscope.model.TransformerConfig;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** nn.Transformer between embeddings and an output projection that is tied to them. */
final class TorchTransformer {

  private final TorchParameters parameters;
  private final NDArray table;
  private final NDArray sourcePositions;
  private final NDArray targetPositions;
  private final NDArray lookAhead;
  private final NDArray scale;
  private final List<TorchLayer> encoder = new ArrayList<>();
  private final List<TorchLayer> decoder = new ArrayList<>();

  /**
   * The same as ours.
   *
   * @param trace of one sample
   */
  TorchTransformer(TorchParameters parameters, Trace trace, TransformerConfig config)
      throws Problem {
    this.parameters = parameters;
    table = parameters.matrix("embedding.weight");
    sourcePositions = positions(trace, "source");
    targetPositions = positions(trace, "target");
    lookAhead =
        Torch.tensor(parameters.manager(), trace.get(TensorId.of("decoder.self.mask")).value());
    scale = parameters.number(Math.sqrt(config.dModel()));
    for (int layer = 0; layer < config.encoderLayers(); layer++) {
      encoder.add(layer("encoder." + layer, config, false));
    }
    for (int layer = 0; layer < config.decoderLayers(); layer++) {
      decoder.add(layer("decoder." + layer, config, true));
    }
  }

  private NDArray positions(Trace trace, String side) throws Problem {
    return then(
        Torch.tensor(parameters.manager(), trace.get(TensorId.of(side + ".position")).value()),
        x -> x.reshape(1, x.getShape().get(0), x.getShape().get(1)));
  }

  private TorchLayer layer(String id, TransformerConfig config, boolean cross) throws Problem {
    return TorchLayer.of(
        parameters,
        id,
        config.heads(),
        cross,
        x -> x.getNDArrayInternal().relu(),
        config.epsilon(),
        config.normFirst());
  }

  /**
   * @param weights takes the attention weights of every layer, B x h x T_q x T_k
   * @return B x T x vocabulary
   */
  NDArray logits(NDManager run, Tokens source, Tokens target, List<NDArray> weights) {
    NDArray x = embed(run, source, sourcePositions);
    for (TorchLayer layer : encoder) {
      x = layer.apply(x, Optional.empty(), Optional.empty(), weights);
    }
    Optional<NDArray> memory = Optional.of(x);
    NDArray y = embed(run, target, targetPositions);
    for (TorchLayer layer : decoder) {
      y = layer.apply(y, memory, Optional.of(lookAhead), weights);
    }
    return then(y, z -> Torch.linear(z, table, null));
  }

  private NDArray embed(NDManager run, Tokens tokens, NDArray positions) {
    NDArray ids = Torch.ids(run, tokens.samples(), tokens.ids());
    return then(ids, z -> Torch.embedding(z, table)).muli(scale).addi(positions);
  }
}
