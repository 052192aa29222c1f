package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.List;

/**
 * A Transformer that predicts no words: its hidden states, and what else is made of them.
 *
 * @param name how the user calls it
 * @param body one stack or two
 * @param tails what else is made of the hidden states
 * @param parameters by id
 */
public record HiddenStates(String name, Body body, List<Tail> tails, Parameters parameters)
    implements Model {

  public HiddenStates {
    tails = List.copyOf(tails);
  }

  @Override
  public boolean readsTarget() {
    return body instanceof Body.TwoStacks;
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    return run(input, interventions, Watcher.NOBODY);
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions, Watcher watcher)
      throws Problem {
    Provenance provenance = new Provenance(name, parameters.origin(), input.typed(), interventions);
    Graph graph = new Graph(new Tape(provenance, watcher), parameters);
    Node states = body.apply(graph, name, input);
    for (Tail tail : tails) {
      tail.apply(graph, states);
    }
    return graph.tape().finish(provenance);
  }
}
