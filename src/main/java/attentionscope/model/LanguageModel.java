package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;
import java.util.List;

/**
 * One stack over one sequence, and a prediction at every word.
 *
 * <p>With the future masked it is a decoder-only model that predicts the next word (Radford et al.
 * 2018), {@code decoder.0.self.…}; without, an encoder-only model that predicts the words behind
 * {@code <mask>}, a tag for each word, or at each word a class for all (Devlin et al. 2019), {@code
 * encoder.0.self.…}.
 *
 * <p>Padding may stand behind a sequence, or in front of one that is to be continued; where the
 * model counts positions, they then count from its first word.
 *
 * @param name how the user calls it
 * @param body the stack
 * @param head what is predicted of its hidden states
 * @param parameters by id
 */
public record LanguageModel(String name, Body.OneStack body, Head head, Parameters parameters)
    implements Predictor {

  /**
   * A model of the paper's layers.
   *
   * @param config sizes and choices; the layers are the decoder's or the encoder's
   * @param lookAhead whether the future is masked
   * @param words what is predicted, or empty
   */
  public LanguageModel(
      String name,
      TransformerConfig config,
      boolean lookAhead,
      Parameters parameters,
      List<String> words) {
    this(name, config.oneStack(lookAhead), new Head(config.outputOfOne(words)), parameters);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  /** What it says it must be able to read: a class or a tag is no next word. */
  @Override
  public boolean writes() {
    return seesOnlyBefore()
        && head.output().vocabulary() == body.reader().entrance().words().vocabulary();
  }

  @Override
  public boolean seesOnlyBefore() {
    return body.reader().sees().lookAhead();
  }

  @Override
  public boolean remembers() {
    return writes() && body.reader().steady();
  }

  @Override
  public boolean takesPlaces() {
    return body.reader().movable();
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    return head.apply(graph, body.apply(graph, name, input)); // B·T x words
  }
}
