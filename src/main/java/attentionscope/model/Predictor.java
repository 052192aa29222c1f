package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.Parameters;
import attentionscope.op.Gradients;
import attentionscope.op.Softmax;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.List;

/** A model that ends in a score for each word of a vocabulary: what training and generation use. */
public interface Predictor extends Model {

  Parameters parameters();

  /** Whether there is one prediction for a whole sequence, rather than one for each word. */
  default boolean judgesWhole() {
    return false;
  }

  /** Whether it predicts what comes next, so that it can write by itself. */
  default boolean writes() {
    return false;
  }

  /** Whether a word's prediction knows nothing of the words behind it. */
  default boolean seesOnlyBefore() {
    return writes();
  }

  /**
   * Whether it can read a sequence step by step: with {@link Graph#past} in the graph, the tokens
   * that {@link #logits} is given follow those that were read before, whose keys and values are not
   * computed anew.
   */
  default boolean remembers() {
    return false;
  }

  /**
   * Whether positions may be given with the tokens. Where it goes on with beginnings of which some
   * are filled up in front, these are then given positions that count from their first word.
   */
  default boolean takesPlaces() {
    return false;
  }

  /**
   * Records the run up to the scores, with the parameters of the graph rather than the model's own.
   *
   * @return the node {@code logits}: one row a prediction, one column a word
   * @throws Problem when the input does not suit the model
   */
  Node logits(Graph graph, ModelInput input) throws Problem;

  /** The run up to the probabilities. */
  @Override
  default Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    return run(input, interventions, Watcher.NOBODY);
  }

  @Override
  default Trace run(ModelInput input, List<Intervention> interventions, Watcher watcher)
      throws Problem {
    Provenance provenance = provenance(input, interventions);
    Graph graph = new Graph(new Tape(provenance, watcher), parameters());
    judged(graph, input);
    return graph.tape().finish(provenance);
  }

  /**
   * The run with its loss behind it ({@code loss}, {@code loss.each}) and the gradients by
   * everything that leads there ({@code grad/…}).
   *
   * @param expected for each row of the logits the id that should come there
   * @throws Problem as {@link #run}
   */
  default Trace runBackwards(
      ModelInput input,
      List<Integer> expected,
      Loss loss,
      List<Intervention> interventions,
      Watcher watcher)
      throws Problem {
    Provenance provenance = provenance(input, interventions);
    Graph graph = new Graph(new Tape(provenance, watcher), parameters());
    Gradients.of(graph.tape(), loss.of(graph, judged(graph, input), expected));
    return graph.tape().finish(provenance);
  }

  private Node judged(Graph graph, ModelInput input) throws Problem {
    Node logits = logits(graph, input);
    graph.record(
        TensorId.of("probabilities"), new Softmax(), logits.rows(), logits.columns(), logits);
    return logits;
  }

  private Provenance provenance(ModelInput input, List<Intervention> interventions) {
    return new Provenance(name(), parameters().origin(), input.typed(), interventions);
  }
}
