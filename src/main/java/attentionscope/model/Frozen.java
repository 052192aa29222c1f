package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;

/**
 * A model as it was at one moment of its training: the same computation with the numbers it had
 * learned by then.
 *
 * @param model that learns
 * @param name how the user calls what it was then
 * @param parameters as they were then; they do not change any more
 */
public record Frozen(Predictor model, String name, Parameters parameters) implements Predictor {

  @Override
  public boolean readsTarget() {
    return model.readsTarget();
  }

  @Override
  public boolean judgesWhole() {
    return model.judgesWhole();
  }

  @Override
  public boolean writes() {
    return model.writes();
  }

  @Override
  public boolean remembers() {
    return model.remembers();
  }

  @Override
  public boolean takesPlaces() {
    return model.takesPlaces();
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    return model.logits(graph, input);
  }
}
