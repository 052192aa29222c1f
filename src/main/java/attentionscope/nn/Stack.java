package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Layers on top of each other, {@code <id>.0}, {@code <id>.1}, …, a last norm {@code <id>.norm}
 * where there is one, and a last projection {@code <id>.projected} where there is one.
 *
 * @param layers what they are made of, from the first to the last
 * @param owners for each layer the one whose parameters it uses, mostly itself
 * @param lastNorm of the result, as with the norm first there must be one
 * @param projected the width to which the result is projected, without a bias (OPT)
 */
public record Stack(
    List<LayerPlan> layers,
    List<Integer> owners,
    Optional<Norm> lastNorm,
    Optional<Integer> projected) {

  public Stack {
    layers = List.copyOf(layers);
    owners = List.copyOf(owners);
  }

  /** Layers of their own parameters. */
  public static Stack of(List<LayerPlan> layers, Optional<Norm> lastNorm) {
    List<Integer> owners = IntStream.range(0, layers.size()).boxed().toList();
    return new Stack(layers, owners, lastNorm, Optional.empty());
  }

  /**
   * Equal layers.
   *
   * @param layers how many
   * @param plan what they are made of
   * @param lastNorm whether the result is normalized once more
   */
  public Stack(int layers, LayerPlan plan, boolean lastNorm) {
    this(
        Collections.nCopies(layers, plan),
        IntStream.range(0, layers).boxed().toList(),
        lastNorm ? Optional.of(plan.norm()) : Optional.empty(),
        Optional.empty());
  }

  /** An encoder: every token of x asks every other that the mask leaves. */
  public Node encode(Graph graph, TensorId id, Node x, Node mask) throws Problem {
    return encode(graph, id, x, Sight.of(mask));
  }

  /** One stack over one sequence. */
  public Node encode(Graph graph, TensorId id, Node x, Sight sight) throws Problem {
    Node now = x;
    for (int layer = 0; layer < layers.size(); layer++) {
      Graph own = sharing(graph, id, layer);
      now = new EncoderLayer(layers.get(layer)).apply(own, id.child(layer), now, sight);
      graph.tape().pause();
    }
    return finish(graph, id, now);
  }

  /** A decoder over the encoder's output. */
  public Node decode(Graph graph, TensorId id, Node x, Node memory, Node selfMask, Node crossMask)
      throws Problem {
    return decode(graph, id, x, Optional.of(memory), Sight.of(selfMask), crossMask);
  }

  /** A decoder over the encoder's output, empty where the graph's past has read it. */
  public Node decode(
      Graph graph, TensorId id, Node x, Optional<Node> memory, Sight sight, Node crossMask)
      throws Problem {
    Node now = x;
    for (int layer = 0; layer < layers.size(); layer++) {
      DecoderLayer decoder = new DecoderLayer(layers.get(layer));
      Graph own = sharing(graph, id, layer);
      now = decoder.apply(own, id.child(layer), now, memory, sight, crossMask);
      graph.tape().pause();
    }
    return finish(graph, id, now);
  }

  private Graph sharing(Graph graph, TensorId id, int layer) {
    int owner = owners.get(layer);
    return owner == layer ? graph : graph.sharing(id.child(layer), id.child(owner));
  }

  private Node finish(Graph graph, TensorId id, Node x) throws Problem {
    Node normed = lastNorm.isPresent() ? lastNorm.get().apply(graph, id.child("norm"), x) : x;
    return projected.isPresent()
        ? Linear.of(projected.get(), false).apply(graph, id.child("projected"), normed)
        : normed;
  }
}
