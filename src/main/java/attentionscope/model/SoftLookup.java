package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Parameters;
import attentionscope.nn.ScaledDotProduct;
import attentionscope.op.Lookup;
import attentionscope.op.Scale;
import attentionscope.tensor.Axis;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * A dictionary that answers softly: each source token has a key and a value, each target token asks
 * with a query, and one head answers. Nothing is projected: the tables {@code source.key.weight},
 * {@code source.value.weight} and {@code target.query.weight} hold the vectors themselves.
 *
 * @param name how the user calls it
 * @param entries how many tokens have a key and a value
 * @param questions how many tokens have a query
 * @param dK width of queries and keys
 * @param dV width of values
 * @param scaled whether scores are divided by √d_k
 * @param parameters by id
 */
public record SoftLookup(
    String name, int entries, int questions, int dK, int dV, boolean scaled, Parameters parameters)
    implements Model {

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    Tokens asking = input.target().orElseThrow(() -> new Problem("model.problem.no-target", name));
    Tokens asked = input.source();
    asked.check(name, false, false);
    if (asking.samples() != asked.samples()) {
      throw new Problem("model.problem.samples", asked.samples(), asking.samples());
    }
    Graph graph = new Graph(new Tape(interventions), parameters);
    Node keyIds =
        Embedding.tokens(
            graph,
            TensorId.of("source"),
            asked.axis(Axis.Role.SOURCE_TOKENS),
            asked.ids(),
            entries);
    Node queryIds =
        Embedding.tokens(
            graph,
            TensorId.of("target"),
            asking.axis(Axis.Role.TARGET_TOKENS),
            asking.ids(),
            questions);
    Axis queries = queryIds.rows().queries();
    Axis keys = keyIds.rows().keys();
    Node mask =
        graph.mask(
            TensorId.of("decoder.cross.mask"),
            Masks.padding(asked.samples(), asking.length(), asked.padding()),
            queries,
            keys);
    TensorId head = TensorId.of("decoder.0.cross.head.0");
    Node q = rows(graph, head.child("q"), "target.query.weight", questions, dK, queryIds, queries);
    Node k = rows(graph, head.child("k"), "source.key.weight", entries, dK, keyIds, keys);
    Node v = rows(graph, head.child("v"), "source.value.weight", entries, dV, keyIds, keys);
    Optional<Scale> scale = scaled ? Optional.of(Scale.byRootOfKeyWidth(dK)) : Optional.empty();
    new ScaledDotProduct(scale).apply(graph, head, q, k, v, Optional.empty(), mask);
    return graph
        .tape()
        .finish(new Provenance(name, parameters.origin(), input.typed(), interventions));
  }

  private static Node rows(
      Graph graph, TensorId id, String table, int count, int width, Node ids, Axis rows)
      throws Problem {
    Node weight =
        graph.parameter(
            TensorId.of(table),
            Axis.of(Axis.Role.VOCABULARY, count),
            Axis.features(width),
            Parameters.Kind.TABLE);
    return graph.record(id, new Lookup(), rows, weight.columns(), weight, ids);
  }
}
