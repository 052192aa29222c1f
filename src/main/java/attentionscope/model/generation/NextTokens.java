package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** What says which token comes next: a model, or anything else. */
public interface NextTokens {

  /**
   * The scores of all tokens after each of some sequences, before softmax.
   *
   * @param sequences equally long ones, at least one; each was asked for before without its last
   *     token, unless this is the first time
   * @return a row a sequence, a column a token; −∞ for what is impossible; nobody changes it later
   * @throws Problem when a sequence does not suit the model
   */
  FMatrixRMaj logits(List<Sequence> sequences) throws Problem;

  /**
   * A model that writes what follows an input, read step by step where it can be.
   *
   * @param input as {@link ModelTokens} has it
   * @throws Problem when the model does not write
   */
  static NextTokens of(Predictor model, ModelInput input) throws Problem {
    if (!model.writes()) {
      throw new Problem("model.problem.writes-nothing", model.name());
    }
    return model.remembers() ? new CachedTokens(model, input) : new ModelTokens(model, input);
  }

  /**
   * A sequence as far as it is written.
   *
   * @param sample which of the samples that are written at once
   * @param continued which of the sequences that were asked for last time it continues by one
   *     token; 0 the first time, when nothing is continued
   * @param tokens everything so far: what was there before and what has been written
   */
  record Sequence(int sample, int continued, List<Integer> tokens) {

    public Sequence {
      tokens = List.copyOf(tokens);
    }
  }
}
