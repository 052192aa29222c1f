package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.model.LanguageModel;
import attentionscope.model.ModelInput;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decoder-only model from token ids to probabilities; a PyTorch user's GPT on the other side. */
final class LanguageRow implements Row {

  static final int LENGTH = 64;
  static final int VOCABULARY = 50_257;
  static final int HEADS = 12;
  private static final int LAYERS = 12;

  private final LanguageModel model;
  private final ModelInput input;
  private final NDManager manager = Torch.manager();
  private final NDArray table;
  private final NDArray positions;
  private final NDArray lookAhead;
  private final List<TorchLayer> layers = new ArrayList<>();
  private final TorchLayer.Norm lastNorm;

  private LanguageRow(LanguageModel model, int length) throws Problem {
    this.model = model;
    input = new ModelInput(TransformerRow.tokens(length, 5, VOCABULARY), Optional.empty(), "");
    Trace trace = model.run(input, List.of());
    TorchParameters parameters = new TorchParameters(manager, trace, false);
    table = parameters.matrix("source.embedding.weight");
    NDArray all = parameters.matrix("source.position.weight");
    positions = then(all, x -> x.get("0:" + length)).expandDims(0);
    lookAhead = Torch.tensor(manager, trace.get(TensorId.of("decoder.self.mask")).value());
    layers.addAll(layers(parameters));
    lastNorm = TorchLayer.Norm.of(parameters, "decoder.norm", TransformerConfig.EPSILON);
  }

  static List<TorchLayer> layers(TorchParameters parameters) throws Problem {
    List<TorchLayer> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      layers.add(
          TorchLayer.of(
              parameters,
              "decoder." + layer,
              HEADS,
              false,
              x -> x.getNDArrayInternal().gelu(),
              TransformerConfig.EPSILON,
              true));
    }
    return layers;
  }

  /** 12 layers of 768 with 12 heads over 50,257 tokens, 124 million parameters. */
  static LanguageRow gpt2Small() throws Problem {
    return new LanguageRow(gpt2SmallModel(), LENGTH);
  }

  static LanguageModel gpt2SmallModel() {
    TransformerConfig config =
        new TransformerConfig(
            0,
            LAYERS,
            768,
            HEADS,
            64,
            64,
            3072,
            Activation.GELU,
            true,
            true,
            TransformerConfig.EPSILON,
            true,
            new PositionalEncoding.Learned(1024),
            VOCABULARY,
            VOCABULARY,
            true,
            true,
            false,
            false);
    return new LanguageModel("bench", config, true, new SeededParameters(4), List.of());
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
    NDArray ids = Torch.ids(run, 1, input.source().ids());
    NDArray x = then(ids, y -> Torch.embedding(y, table)).addi(positions);
    for (TorchLayer layer : layers) {
      x = layer.apply(x, Optional.empty(), Optional.of(lookAhead), weights);
    }
    NDArray logits = then(then(x, lastNorm::apply), y -> Torch.linear(y, table, null));
    return then(logits, y -> y.softmax(-1));
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
