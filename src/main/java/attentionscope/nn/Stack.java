package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * Equal layers on top of each other, {@code <id>.0}, {@code <id>.1}, …, and a last norm {@code
 * <id>.norm} where there is one.
 *
 * @param layers how many
 * @param plan what they are made of
 * @param lastNorm whether the result is normalized once more, as with the norm first it must be
 */
public record Stack(int layers, LayerPlan plan, boolean lastNorm) {

  /** An encoder: every token of x asks every other that the mask leaves. */
  public Node encode(Graph graph, TensorId id, Node x, Node mask) throws Problem {
    Node now = x;
    for (int layer = 0; layer < layers; layer++) {
      now = new EncoderLayer(plan).apply(graph, id.child(layer), now, mask);
    }
    return finish(graph, id, now);
  }

  /** A decoder over the encoder's output. */
  public Node decode(Graph graph, TensorId id, Node x, Node memory, Node selfMask, Node crossMask)
      throws Problem {
    return decode(graph, id, x, Optional.of(memory), selfMask, crossMask);
  }

  /** A decoder over the encoder's output, empty where the graph's past has read it. */
  public Node decode(
      Graph graph, TensorId id, Node x, Optional<Node> memory, Node selfMask, Node crossMask)
      throws Problem {
    Node now = x;
    for (int layer = 0; layer < layers; layer++) {
      now = new DecoderLayer(plan).apply(graph, id.child(layer), now, memory, selfMask, crossMask);
    }
    return finish(graph, id, now);
  }

  private Node finish(Graph graph, TensorId id, Node x) throws Problem {
    return lastNorm ? plan.norm().apply(graph, id.child("norm"), x) : x;
  }
}
