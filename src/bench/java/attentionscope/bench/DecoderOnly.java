package attentionscope.bench;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.Masks;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Parameters;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.op.Product;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/** A stack that never looks ahead, norms first, with learned positions: the shape of GPT-2. */
record DecoderOnly(
    String name,
    int vocabulary,
    int positions,
    int width,
    int heads,
    int layers,
    Parameters parameters)
    implements Predictor {

  static final float EPSILON = 1e-5f;

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    Tokens tokens = input.source();
    TensorId source = TensorId.of("source");
    Embedding embedding = new Embedding(TensorId.of("embedding.weight"), vocabulary, width, false);
    Node embedded =
        embedding.apply(graph, source, tokens.axis(Axis.Role.SOURCE_TOKENS), tokens.ids());
    Node x = new PositionalEncoding.Learned(positions).add(graph, source, embedded);
    Node mask =
        graph.mask(
            TensorId.of("decoder.self.mask"),
            Masks.lookAhead(1, tokens.length(), tokens.length()),
            x.rows(),
            x.rows());
    MultiHeadAttention attention =
        new MultiHeadAttention(
            heads,
            width / heads,
            width / heads,
            Optional.of(Axis.features(width)),
            true,
            true,
            new PositionalEncoding.None());
    LayerPlan plan = new LayerPlan(attention, 4 * width, Activation.GELU, true, EPSILON);
    Node y = new Stack(layers, plan, true).encode(graph, TensorId.of("decoder"), x, mask);
    Node table = embedding.table(graph);
    return graph.record(TensorId.of("logits"), new Product(true), y.rows(), table.rows(), y, table);
  }
}
