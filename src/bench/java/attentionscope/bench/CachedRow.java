package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.model.CachedRun;
import attentionscope.model.LanguageModel;
import attentionscope.model.ModelInput;
import attentionscope.model.TransformerConfig;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * One token after 64, keys and values of which are known. Always the same step is taken, so our
 * side has to copy what it would go on with, as the peer does.
 */
final class CachedRow implements Row {

  private static final int TOKEN = 17;

  private final CachedRun run;
  private final NDManager manager = Torch.manager();
  private final NDArray table;
  private final NDArray position;
  private final List<TorchLayer> layers;
  private final List<TorchAttention.Past> past = new ArrayList<>();
  private final TorchLayer.Norm lastNorm;

  CachedRow() throws Problem {
    LanguageModel model = LanguageRow.gpt2SmallModel();
    int length = LanguageRow.LENGTH;
    run =
        CachedRun.begin(
            model,
            new ModelInput(
                TransformerRow.tokens(length, 5, LanguageRow.VOCABULARY), Optional.empty(), ""));
    Trace trace = run.trace();
    TorchParameters parameters = new TorchParameters(manager, trace, false);
    table = parameters.matrix("source.embedding.weight");
    NDArray all = parameters.matrix("source.position.weight");
    position = then(all, x -> x.get(length + ":" + (length + 1))).expandDims(0);
    layers = LanguageRow.layers(parameters);
    for (int layer = 0; layer < layers.size(); layer++) {
      String heads = "decoder." + layer + ".self.head.";
      int count = LanguageRow.HEADS;
      past.add(
          new TorchAttention.Past(
              heads(trace, heads, ".k", count), heads(trace, heads, ".v", count)));
    }
    lastNorm = TorchLayer.Norm.of(parameters, "decoder.norm", TransformerConfig.EPSILON);
  }

  /** 1 x h x T x d_k. */
  private NDArray heads(Trace trace, String before, String leaf, int count) throws Problem {
    int rows = LanguageRow.LENGTH;
    int width = trace.get(TensorId.of(before + 0 + leaf)).value().numCols;
    float[] all = new float[count * rows * width];
    for (int head = 0; head < count; head++) {
      FMatrixRMaj own = trace.get(TensorId.of(before + head + leaf)).value();
      System.arraycopy(own.data, 0, all, head * rows * width, rows * width);
    }
    return Torch.own(manager, all, new Shape(1, count, rows, width));
  }

  @Override
  public Object ours() throws Problem {
    return run.next(List.of(TOKEN));
  }

  @Override
  public void peer() {
    try (NDManager step = manager.newSubManager()) {
      peer(step, new ArrayList<>());
    }
  }

  private NDArray peer(NDManager step, List<NDArray> weights) {
    NDArray ids = Torch.ids(step, 1, List.of(TOKEN));
    NDArray x = then(ids, y -> Torch.embedding(y, table)).addi(position);
    for (int layer = 0; layer < layers.size(); layer++) {
      x = layers.get(layer).continued(x, past.get(layer), weights);
    }
    NDArray logits = then(then(x, lastNorm::apply), y -> Torch.linear(y, table, null));
    return then(logits, y -> y.softmax(-1));
  }

  @Override
  public void compare() throws Problem {
    Trace trace = run.next(List.of(TOKEN)).trace();
    try (NDManager step = manager.newSubManager()) {
      List<NDArray> weights = new ArrayList<>();
      NDArray probabilities = peer(step, weights);
      DifferentResults.check(
          "probabilities",
          trace.get(TensorId.of("probabilities")).value().data,
          probabilities.toFloatArray());
      Heads.check(trace, AttentionSite.of(trace), weights);
    }
  }
}
