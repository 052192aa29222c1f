package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.nn.SeededParameters;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decoder-only model from token ids to probabilities; a PyTorch user's GPT on the other side. */
final class LanguageRow implements Row {

  private final DecoderOnly model;
  private final ModelInput input;
  private final NDManager manager = Torch.manager();
  private final NDArray table;
  private final NDArray positions;
  private final NDArray lookAhead;
  private final List<TorchLayer> layers = new ArrayList<>();
  private final TorchLayer.Norm lastNorm;

  private LanguageRow(DecoderOnly model, int length) throws Problem {
    this.model = model;
    input =
        new ModelInput(TransformerRow.tokens(length, 5, model.vocabulary()), Optional.empty(), "");
    Trace trace = model.run(input, List.of());
    table = Torch.tensor(manager, trace.get(TensorId.of("embedding.weight")).value());
    NDArray all = Torch.tensor(manager, trace.get(TensorId.of("source.position.weight")).value());
    positions = then(all, x -> x.get("0:" + length)).expandDims(0);
    lookAhead = Torch.tensor(manager, trace.get(TensorId.of("decoder.self.mask")).value());
    for (int layer = 0; layer < model.layers(); layer++) {
      layers.add(
          TorchLayer.of(
              manager,
              trace,
              "decoder." + layer,
              model.heads(),
              false,
              x -> x.getNDArrayInternal().gelu(),
              DecoderOnly.EPSILON,
              true));
    }
    lastNorm = TorchLayer.Norm.of(manager, trace, "decoder.norm", DecoderOnly.EPSILON);
  }

  /** 12 layers of 768 with 12 heads over 50,257 tokens, 124 million parameters. */
  static LanguageRow gpt2Small() throws Problem {
    DecoderOnly model =
        new DecoderOnly("bench", 50_257, 1024, 768, 12, 12, new SeededParameters(4));
    return new LanguageRow(model, 64);
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
