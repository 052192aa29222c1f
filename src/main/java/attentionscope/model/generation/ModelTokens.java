package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.nn.Graph;
import attentionscope.trace.Tape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Any model that can write; each time it reads everything anew.
 *
 * @param model of which {@link Predictor#writes} is true
 * @param input what is there before: of a model with a decoder of its own the source, and as target
 *     what the decoder begins with; else the beginning as source, shorter ones filled up in front
 */
public record ModelTokens(Predictor model, ModelInput input) implements NextTokens {

  /** What sequences begin with, one a sample. */
  public static List<List<Integer>> prompts(ModelInput input) {
    Tokens tokens = input.target().orElse(input.source());
    List<List<Integer>> prompts = new ArrayList<>();
    for (int sample = 0; sample < tokens.samples(); sample++) {
      prompts.add(tokens.samples(sample, sample + 1).ids());
    }
    return prompts;
  }

  @Override
  public FMatrixRMaj logits(List<Sequence> sequences) throws Problem {
    Tokens source = model.readsTarget() ? sources(sequences) : written(sequences, input.source());
    if (model.takesPlaces()) {
      source = source.countedBehindPadding();
    }
    Optional<Tokens> target =
        input.target().isEmpty()
            ? Optional.empty()
            : Optional.of(written(sequences, input.target().get()));
    Graph graph = new Graph(Tape.plain(), model.parameters());
    FMatrixRMaj all = model.logits(graph, new ModelInput(source, target, input.typed())).value();
    return lastOfEach(all, sequences.size());
  }

  /** The last row of each of some samples. */
  static FMatrixRMaj lastOfEach(FMatrixRMaj all, int samples) {
    int length = all.numRows / samples;
    FMatrixRMaj last = new FMatrixRMaj(samples, all.numCols);
    for (int sample = 0; sample < samples; sample++) {
      int from = (sample * length + length - 1) * all.numCols;
      System.arraycopy(all.data, from, last.data, sample * all.numCols, all.numCols);
    }
    return last;
  }

  private Tokens sources(List<Sequence> sequences) {
    return input.source().chosen(sequences.stream().map(Sequence::sample).toList());
  }

  /** The sequences as they are now; only what was there before may be padding. */
  private static Tokens written(List<Sequence> sequences, Tokens before) {
    List<Integer> ids = new ArrayList<>();
    List<Boolean> padding = new ArrayList<>();
    for (Sequence sequence : sequences) {
      ids.addAll(sequence.tokens());
      padding.addAll(before.samples(sequence.sample(), sequence.sample() + 1).padding());
      padding.addAll(Collections.nCopies(sequence.tokens().size() - before.length(), false));
    }
    return Tokens.unlabelled(sequences.size(), ids, padding);
  }
}
