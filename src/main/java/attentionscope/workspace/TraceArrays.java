package attentionscope.workspace;

import attentionscope.analysis.AttentionSite;
import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.NdArray;
import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import attentionscope.tensor.RowCopy;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The matrices of a trace as named arrays, to be written to a file.
 *
 * <p>Under our own names each matrix stands as it is, samples stacked. Under Hugging Face's names
 * ({@code hidden_states.N}, {@code attentions.N}, {@code logits}, …) the batch is an axis of its
 * own and the heads of a layer are one array [batch, heads, query, key].
 */
public final class TraceArrays {

  private final Trace trace;
  private final SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();

  private TraceArrays(Trace trace) {
    this.trace = trace;
  }

  /** Every matrix under its own id. */
  public static SequencedMap<String, NdArray> ours(Trace trace) {
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (Node node : trace.nodes()) {
      arrays.put(node.id().path(), NdArray.of(node.value()));
    }
    return arrays;
  }

  /** What Hugging Face's models give out, under their names. */
  public static SequencedMap<String, NdArray> huggingFace(Trace trace) {
    return new TraceArrays(trace).named();
  }

  /**
   * Only the arrays whose name a pattern names.
   *
   * @throws Problem when there is none
   */
  public static ArrayFile chosen(Path target, SequencedMap<String, NdArray> arrays, String glob)
      throws Problem {
    SequencedMap<String, NdArray> chosen = new LinkedHashMap<>();
    for (Map.Entry<String, NdArray> entry : arrays.entrySet()) {
      if (TensorId.matches(glob, entry.getKey())) {
        chosen.put(entry.getKey(), entry.getValue());
      }
    }
    if (chosen.isEmpty()) {
      List<String> few = arrays.keySet().stream().limit(3).toList();
      throw new Problem("workspace.problem.none-chosen", glob, String.join(", ", few));
    }
    return ArrayFile.of(target, chosen);
  }

  private SequencedMap<String, NdArray> named() {
    List<AttentionSite> sites = AttentionSite.of(trace);
    boolean pair =
        trace.find(TensorId.of("target.tokens")).isPresent()
            || sites.stream().anyMatch(site -> site.id().leaf().equals("cross"));
    boolean decodes = sites.stream().allMatch(site -> site.stack().equals("decoder"));
    if (pair) {
      stack("encoder", "source", "encoder_", "encoder_last_hidden_state");
      stack("decoder", "target", "decoder_", "last_hidden_state");
    } else {
      stack(decodes ? "decoder" : "encoder", "source", "", "last_hidden_state");
    }
    for (AttentionSite site : sites) {
      String prefix =
          site.kind() == AttentionSite.Kind.CROSS ? "cross_" : pair ? site.stack() + "_" : "";
      arrays.put(prefix + "attentions." + site.layer(), heads(site));
    }
    trace.find(TensorId.of("pooler.output")).ifPresent(node -> perSample("pooler_output", node));
    trace.find(TensorId.of("logits")).ifPresent(this::logits);
    return arrays;
  }

  /** One score a token has no axis of its own. */
  private void logits(Node logits) {
    if (logits.columns().role() == Axis.Role.SINGLE) {
      perSample("logits", logits);
    } else {
      put("logits", logits);
    }
  }

  /**
   * The embeddings, then the result of each layer; the last one after the last norm. Attention that
   * was recorded elsewhere has none.
   */
  private void stack(String stack, String side, String prefix, String last) {
    Optional<Node> input = input(side);
    if (input.isEmpty()) {
      return;
    }
    List<Node> states = states(stack, input.get());
    for (int i = 0; i < states.size(); i++) {
      put(prefix + "hidden_states." + i, states.get(i));
    }
    put(last, states.getLast());
  }

  private List<Node> states(String stack, Node input) {
    long layers =
        AttentionSite.of(trace).stream()
            .filter(site -> site.stack().equals(stack) && site.kind() == AttentionSite.Kind.SELF)
            .count();
    List<Node> states =
        new ArrayList<>(
            IntStream.range(0, Math.toIntExact(layers))
                .mapToObj(layer -> result(stack + "." + layer))
                .toList());
    states.addFirst(input);
    first(stack + ".projected", stack + ".norm")
        .ifPresent(end -> states.set(states.size() - 1, end));
    first(stack + ".states").ifPresent(states::add); // of recurrent layers, which are no sites
    return states;
  }

  /** What the first layer reads: whichever of the steps before it was computed last. */
  private Optional<Node> input(String side) {
    Set<String> steps = Set.of("embedding", "scaled", "typed", "input", "norm", "projected");
    return trace.nodes().stream()
        .filter(node -> node.id().path().startsWith(side + ".") && steps.contains(step(node, side)))
        .reduce((earlier, later) -> later);
  }

  private static String step(Node node, String side) {
    return node.id().path().substring(side.length() + 1);
  }

  /** The last matrix of a layer: whichever of its sums and norms was computed last. */
  private Node result(String layer) {
    return trace.nodes().stream()
        .filter(
            node ->
                node.id().matches(layer + ".*.residual")
                    || node.id().matches(layer + ".*.norm")
                    || node.id().matches(layer + ".*.output")
                    || node.id().matches(layer + ".*.concat"))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Optional<Node> first(String... ids) {
    return List.of(ids).stream().flatMap(id -> trace.find(TensorId.of(id)).stream()).findFirst();
  }

  private void put(String name, Node node) {
    arrays.put(
        name,
        NdArray.of(
            node.value().data, node.rows().samples(), node.rows().length(), node.columns().size()));
  }

  /** [batch, everything else], as one vector a sample. */
  private void perSample(String name, Node node) {
    int samples = node.rows().samples();
    int own = node.rows().size() * node.columns().size() / samples;
    arrays.put(name, NdArray.of(node.value().data, samples, own));
  }

  private NdArray heads(AttentionSite site) {
    List<Node> weights =
        IntStream.range(0, site.heads())
            .mapToObj(head -> trace.find(site.head(head).child("weights")).orElseThrow())
            .toList();
    Node any = weights.getFirst();
    int samples = any.rows().samples();
    int queries = any.rows().length();
    int keys = any.columns().size();
    float[] all = new float[samples * site.heads() * queries * keys];
    for (int sample = 0; sample < samples; sample++) {
      for (int head = 0; head < site.heads(); head++) {
        for (int query = 0; query < queries; query++) {
          int at = ((sample * site.heads() + head) * queries + query) * keys;
          RowCopy.copy(weights.get(head).value(), sample * queries + query, all, at);
        }
      }
    }
    return NdArray.of(all, samples, site.heads(), queries, keys);
  }
}
