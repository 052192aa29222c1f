package attentionscope.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Tokens;
import attentionscope.model.Transformer;
import attentionscope.nn.SeededParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The lesson model learns to turn sequences round, one batch over and over. */
final class TransformerTrainingRow extends TrainingRow {

  private static final int SAMPLES = 64;
  private static final int LENGTH = 12;

  private final TorchTransformer peer;

  TransformerTrainingRow() throws Problem {
    super(
        new Transformer("bench", TransformerRow.lessonConfig(), new SeededParameters(4), List.of()),
        input(SAMPLES),
        targets());
    peer =
        new TorchTransformer(
            torch(), model().run(input(1), List.of()), TransformerRow.lessonConfig());
  }

  private static ModelInput input(int samples) {
    return new ModelInput(
        tokens(samples, 5, 32, LENGTH), Optional.of(tokens(samples, 11, 32, LENGTH)), "");
  }

  private static List<Integer> targets() {
    List<Integer> targets = new ArrayList<>(tokens(SAMPLES, 5, 32, LENGTH).ids());
    Collections.reverse(targets);
    return targets;
  }

  @Override
  NDArray logits(NDManager run) {
    Tokens target = input().target().orElseThrow();
    return peer.logits(run, input().source(), target, new ArrayList<>());
  }
}
