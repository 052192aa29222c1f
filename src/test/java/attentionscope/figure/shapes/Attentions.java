package attentionscope.figure.shapes;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.model.Transformer;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.op.Rotate;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Attentions to draw. */
final class Attentions {

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));

  private Attentions() {}

  /** A shipped model at its example. */
  static Trace shipped(String model) {
    try {
      return RUNNER.run(Workspace.of(model, RUNNER.library().open(model).example()));
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  /** One layer each of the base model of the paper, on ten and seven tokens. */
  static Trace paper() {
    return run(transformer(512, 8, 64, new PositionalEncoding.None()), 10, 7);
  }

  /** A small model with so many heads. */
  static Trace heads(int heads) {
    return run(transformer(heads * 4, heads, 4, new PositionalEncoding.None()), 5, 4);
  }

  /** A small model whose queries and keys are turned by position. */
  static Trace turned() {
    PositionalEncoding rotary = new PositionalEncoding.Rotary(4, Rotate.Pairing.INTERLEAVED, 10000);
    return run(transformer(8, 2, 4, rotary), 5, 4);
  }

  private static TransformerConfig transformer(
      int dModel, int heads, int dK, PositionalEncoding positions) {
    return new TransformerConfig(
        1,
        1,
        dModel,
        heads,
        dK,
        dK,
        8,
        Activation.RELU,
        false,
        false,
        1e-5f,
        true,
        positions,
        20,
        20,
        true,
        true,
        true,
        false);
  }

  private static Trace run(TransformerConfig config, int source, int target) {
    Transformer model = new Transformer("test", config, new SeededParameters(3), List.of());
    ModelInput input = new ModelInput(tokens(source), Optional.of(tokens(target)), "");
    try {
      return model.run(input, List.of());
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static Tokens tokens(int count) {
    List<Integer> ids = IntStream.range(0, count).boxed().toList();
    return Tokens.of(ids, ids.stream().map(id -> "w" + id).toList());
  }

  static AttentionNodes nodes(Trace trace, String site, int head) {
    try {
      return AttentionNodes.of(trace, site(trace, site), head);
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static AttentionSite site(Trace trace, String id) {
    return AttentionSite.of(trace).stream()
        .filter(site -> site.id().path().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
