package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Parameters;
import attentionscope.op.Add;
import attentionscope.tensor.Axis;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Embeddings and one self-attention, nothing else: small enough to work through by hand.
 *
 * @param name how the user calls it
 * @param vocabulary how many tokens it knows
 * @param width d_model
 * @param attention its heads
 * @param residual whether the attention's result is added to its input
 * @param lookAhead whether the future is masked
 * @param parameters by id
 */
public record SelfAttention(
    String name,
    int vocabulary,
    int width,
    MultiHeadAttention attention,
    boolean residual,
    boolean lookAhead,
    Parameters parameters)
    implements Model {

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public Trace run(ModelInput input, List<Intervention> interventions) throws Problem {
    Tokens tokens = input.source();
    tokens.check(name, false, false);
    Tape tape = new Tape(interventions);
    Graph graph = new Graph(tape, parameters);
    TensorId source = TensorId.of("source");
    Embedding embedding =
        new Embedding(TensorId.of("source.embedding.weight"), vocabulary, width, false);
    Node x = // B·T x d_model
        attention
            .positions()
            .add(
                graph,
                source,
                embedding.apply(graph, source, tokens.axis(Axis.Role.SOURCE_TOKENS), tokens.ids()));
    FMatrixRMaj hidden = Masks.padding(tokens.samples(), tokens.length(), tokens.padding());
    if (lookAhead) {
      hidden =
          Masks.both(hidden, Masks.lookAhead(tokens.samples(), tokens.length(), tokens.length()));
    }
    Node mask = graph.mask(TensorId.of("encoder.self.mask"), hidden, x.rows(), x.rows());
    TensorId self = TensorId.of("encoder.0.self");
    Node output = attention.apply(graph, self, x, x, x, mask);
    if (residual) {
      graph.record(self.child("residual"), Add.RESIDUAL, x.rows(), x.columns(), x, output);
    }
    return tape.finish(new Provenance(name, parameters.origin(), input.typed(), interventions));
  }
}
