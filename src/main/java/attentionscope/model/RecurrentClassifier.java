package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.nn.RecurrentAttention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;

/**
 * A recurrent network that judges a whole sequence, many to one: by its last state, or by what
 * attention finds among all states ({@code encoder.attention.…}), asked with the last one. The
 * logits have a row a sample.
 *
 * @param name how the user calls it
 * @param config sizes and choices
 * @param parameters by id
 * @param words what the classes are called, or empty
 */
public record RecurrentClassifier(
    String name, RecurrentReader config, Parameters parameters, List<String> words)
    implements Recurrent {

  @Override
  public boolean readsReversed() {
    return config.reversed();
  }

  @Override
  public RecurrentClassifier fromOtherEnd() {
    return new RecurrentClassifier(name, config.fromOtherEnd(), parameters, words);
  }

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public boolean judgesWhole() {
    return true;
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    RecurrentReading reading = RecurrentReading.of(graph, config, input.source());
    Node judged = reading.encoded().bottleneck(); // B x width
    if (config.attention().isPresent()) {
      TensorId id = TensorId.of("encoder.attention");
      RecurrentAttention attention = config.attention().get();
      RecurrentAttention.Memory memory =
          attention.over(graph, id, reading.encoded().states(), reading.time());
      judged = attention.apply(graph, id, memory, judged, judged.rows(), 0);
    }
    return new RecurrentOutput(config.classes(), words).apply(graph, TensorId.of("logits"), judged);
  }
}
