package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
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
    implements Recurrent {

  public RecurrentTagger {
    if (config.attention().isPresent()) {
      throw new IllegalArgumentException("a tagger has no attention");
    }
  }

  @Override
  public boolean readsReversed() {
    return config.reversed();
  }

  @Override
  public RecurrentTagger fromOtherEnd() {
    return new RecurrentTagger(name, config.fromOtherEnd(), parameters, words);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    RecurrentReading reading = RecurrentReading.of(graph, config, input.source());
    return new RecurrentOutput(config.classes(), words)
        .apply(graph, TensorId.of("logits"), reading.encoded().states());
  }
}
