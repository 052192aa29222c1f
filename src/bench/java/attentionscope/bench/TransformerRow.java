package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.model.Transformer;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.SeededParameters;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An encoder-decoder from token ids to probabilities; nn.Transformer's steps on the other side. */
final class TransformerRow implements Row {

  private final Transformer model;
  private final ModelInput input;
  private final NDManager manager = Torch.manager();
  private final NDArray table;
  private final NDArray sourcePositions;
  private final NDArray targetPositions;
  private final NDArray lookAhead;
  private final double scale;
  private final List<TorchLayer> encoder = new ArrayList<>();
  private final List<TorchLayer> decoder = new ArrayList<>();

  private TransformerRow(TransformerConfig config, int length) throws Problem {
    model = new Transformer("bench", config, new SeededParameters(4), List.of());
    input =
        new ModelInput(
            tokens(length, 5, config.sourceVocabulary()),
            Optional.of(tokens(length, 11, config.targetVocabulary())),
            "");
    Trace trace = model.run(input, List.of());
    table = Torch.tensor(manager, trace.get(TensorId.of("embedding.weight")).value());
    sourcePositions = positions(trace, "source");
    targetPositions = positions(trace, "target");
    lookAhead = Torch.tensor(manager, trace.get(TensorId.of("decoder.self.mask")).value());
    scale = Math.sqrt(config.dModel());
    for (int layer = 0; layer < config.encoderLayers(); layer++) {
      encoder.add(layer(trace, "encoder." + layer, false));
    }
    for (int layer = 0; layer < config.decoderLayers(); layer++) {
      decoder.add(layer(trace, "decoder." + layer, true));
    }
  }

  /** The paper's base model with its vocabulary of 37,000. */
  static TransformerRow paperBase() throws Problem {
    return new TransformerRow(TransformerConfig.paperBase(37_000), 32);
  }

  /** A model as lessons train it. */
  static TransformerRow lesson() throws Problem {
    TransformerConfig paper = TransformerConfig.paperBase(32);
    return new TransformerRow(
        new TransformerConfig(
            2,
            2,
            64,
            4,
            16,
            16,
            256,
            paper.activation(),
            paper.normFirst(),
            paper.lastNorm(),
            paper.epsilon(),
            paper.bias(),
            paper.positions(),
            paper.sourceVocabulary(),
            paper.targetVocabulary(),
            paper.sharedEmbedding(),
            paper.tiedOutput(),
            paper.scaledEmbedding(),
            paper.outputBias()),
        12);
  }

  static Tokens tokens(int length, int step, int vocabulary) {
    List<Integer> ids =
        IntStream.range(0, length).mapToObj(t -> (7 + t * step * 31) % vocabulary).toList();
    return Tokens.of(ids, ids.stream().map(String::valueOf).toList());
  }

  private NDArray positions(Trace trace, String side) throws Problem {
    return then(
        Torch.tensor(manager, trace.get(TensorId.of(side + ".position")).value()),
        x -> x.reshape(1, x.getShape().get(0), x.getShape().get(1)));
  }

  private TorchLayer layer(Trace trace, String id, boolean cross) throws Problem {
    TransformerConfig config = model.config();
    return TorchLayer.of(
        manager,
        trace,
        id,
        config.heads(),
        cross,
        x -> x.getNDArrayInternal().relu(),
        config.epsilon(),
        config.normFirst());
  }

  @Override
  public Object ours() throws Problem {
    return model.run(input, List.of());
  }

  @Override
  public void peer() {
    try (NDManager run = manager.newSubManager()) {
      peer(run, new ArrayList<>());
    }
  }

  private NDArray peer(NDManager run, List<NDArray> weights) {
    NDArray x = embed(run, input.source(), sourcePositions);
    for (TorchLayer layer : encoder) {
      x = layer.apply(x, Optional.empty(), Optional.empty(), weights);
    }
    Optional<NDArray> memory = Optional.of(x);
    NDArray y = embed(run, input.target().orElseThrow(), targetPositions);
    for (TorchLayer layer : decoder) {
      y = layer.apply(y, memory, Optional.of(lookAhead), weights);
    }
    NDArray logits = then(y, z -> Torch.linear(z, table, null));
    return then(logits, z -> z.softmax(-1));
  }

  private NDArray embed(NDManager run, Tokens tokens, NDArray positions) {
    NDArray ids = Torch.ids(run, tokens.samples(), tokens.ids());
    return then(ids, z -> Torch.embedding(z, table)).muli(scale).addi(positions);
  }

  @Override
  public void compare() throws Problem {
    Trace trace = model.run(input, List.of());
    try (NDManager run = manager.newSubManager()) {
      List<NDArray> weights = new ArrayList<>();
      NDArray probabilities = peer(run, weights);
      DifferentResults.check(
          "probabilities",
          trace.get(TensorId.of("probabilities")).value().data,
          probabilities.toFloatArray());
      Heads.check(trace, AttentionSite.of(trace), weights);
    }
  }
}
