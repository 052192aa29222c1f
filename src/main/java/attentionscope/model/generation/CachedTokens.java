package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.CachedRun;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** A model that remembers: each time it reads the last tokens only. It serves one writing. */
public final class CachedTokens implements NextTokens {

  private final Predictor model;
  private final ModelInput input;
  private Optional<CachedRun> last = Optional.empty();

  /**
   * @param model of which {@link Predictor#writes} and {@link Predictor#remembers} are true
   * @param input as {@link ModelTokens} has it
   */
  public CachedTokens(Predictor model, ModelInput input) {
    this.model = model;
    this.input =
        model.takesPlaces()
            ? new ModelInput(input.source().countedBehindPadding(), input.target(), input.typed())
            : input;
  }

  @Override
  public FMatrixRMaj logits(List<Sequence> sequences) throws Problem {
    CachedRun run = last.isEmpty() ? CachedRun.begin(model, input) : next(last.get(), sequences);
    last = Optional.of(run);
    return run.logits();
  }

  private static CachedRun next(CachedRun run, List<Sequence> sequences) throws Problem {
    return run.next(
        sequences.stream().map(Sequence::continued).toList(),
        sequences.stream().map(sequence -> sequence.tokens().getLast()).toList());
  }
}
