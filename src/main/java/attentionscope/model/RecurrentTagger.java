package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Intervention;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import java.util.List;

/**
 * A recurrent network that says something about every token, many to many. The logits have a row a
 * token.
 *
 * @param name how the user calls it
 * @param config sizes and choices; attention has no place here
 * @param parameters by id
 * @param words what the tags are called, or empty
 */
public record RecurrentTagger(
    String name, RecurrentReader config, Parameters parameters, List<String> words)
    implements Model {

  public RecurrentTagger {
    if (config.attention().isPresent()) {
      throw new IllegalArgumentException("a tagger has no attention");
    }
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    Graph graph = new Graph(new Tape(interventions), parameters);
    RecurrentReading reading = RecurrentReading.of(graph, config, input.source());
    RecurrentReading.judge(graph, reading.encoded().states(), config.classes(), words);
    return graph
        .tape()
        .finish(new Provenance(name, parameters.origin(), input.typed(), interventions));
  }
}
