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
  private final TorchTransformer peer;

  private TransformerRow(TransformerConfig config, int length) throws Problem {
    model = new Transformer("bench", config, new SeededParameters(4), List.of());
    input =
        new ModelInput(
            tokens(length, 5, config.sourceVocabulary()),
            Optional.of(tokens(length, 11, config.targetVocabulary())),
            "");
    Trace trace = model.run(input, List.of());
    peer = new TorchTransformer(new TorchParameters(manager, trace, false), trace, config);
  }

  /** The paper's base model with its vocabulary of 37,000. */
  static TransformerRow paperBase() throws Problem {
    return new TransformerRow(TransformerConfig.paperBase(37_000), 32);
  }

  /** A model as lessons train it. */
  static TransformerRow lesson() throws Problem {
    return new TransformerRow(lessonConfig(), 12);
  }

  static TransformerConfig lessonConfig() {
    TransformerConfig paper = TransformerConfig.paperBase(32);
    return new TransformerConfig(
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
        paper.outputBias());
  }

  static Tokens tokens(int length, int step, int vocabulary) {
    List<Integer> ids =
        IntStream.range(0, length).mapToObj(t -> (7 + t * step * 31) % vocabulary).toList();
    return Tokens.of(ids, ids.stream().map(String::valueOf).toList());
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
    NDArray logits = peer.logits(run, input.source(), input.target().orElseThrow(), weights);
    return then(logits, z -> z.softmax(-1));
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
