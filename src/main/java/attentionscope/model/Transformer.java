package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;
import java.util.List;

/**
 * The encoder-decoder Transformer (Vaswani et al. 2017, figure 1).
 *
 * <pre>
 *   source tokens                    target tokens, shifted right
 *   embedding × √d + position        embedding × √d + position
 *   N × [self, feed-forward]         N × [masked self, cross, feed-forward]
 *   memory ─────────────────────────────────────┘
 *                                    logits, probabilities
 * </pre>
 *
 * @param name how the user calls it
 * @param body both stacks
 * @param head what is predicted of the decoder's hidden states
 * @param parameters by id
 */
public record Transformer(String name, Body.TwoStacks body, Head head, Parameters parameters)
    implements Predictor {

  /**
   * A model of the paper's layers.
   *
   * @param config sizes and choices
   * @param words what the target's tokens are called, or empty
   */
  public Transformer(
      String name, TransformerConfig config, Parameters parameters, List<String> words) {
    this(name, config.twoStacks(), new Head(config.outputOfTwo(words)), parameters);
  }

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public boolean writes() {
    return true;
  }

  @Override
  public boolean remembers() {
    return body.decoder().steady();
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    return head.apply(graph, body.apply(graph, name, input)); // B·T_q x vocabulary
  }
}
