package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.model.Tail;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** ALBERT (Lan et al. 2020): narrow tables, and layers that share parameters. */
final class Albert implements Family {

  private static final BertLike.Usual USUAL =
      new BertLike.Usual(30000, 128, 4096, 64, 16384, "gelu_new");

  @Override
  public List<String> types() {
    return List.of("albert");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    settings.only("inner_group_num", 1);
    BertLike sizes = BertLike.of(opening, USUAL);
    int groups = settings.size(1, "num_hidden_groups");
    if (groups > sizes.layers()) {
      throw settings.fault("num_hidden_groups", groups, "1 … " + sizes.layers());
    }
    WeightMap all = opening.weights();
    boolean predicts =
        opening.predicts(
            List.of("AlbertModel"),
            List.of("AlbertForMaskedLM", "AlbertForPreTraining"),
            all.has("predictions.dense.weight"));
    boolean tied = settings.flag(true, "tie_word_embeddings");
    WeightMap weights = all.under("embeddings.word_embeddings.weight", "albert.");
    sizes.embeddings(weights);
    int width = sizes.width();
    String project = "encoder.embedding_hidden_mapping_in";
    weights.linear("source.projected", project, sizes.embedding(), width, true);
    for (int layer = 0; layer < sizes.layers(); layer++) {
      if (owner(layer, sizes.layers(), groups) == layer) {
        layer(weights, sizes, layer, group(layer, sizes.layers(), groups));
      }
    }
    List<Tail> tails = predicts ? List.of() : sizes.pooler(weights, "pooler");
    Optional<Head> head = Optional.empty();
    if (predicts) {
      String from = "predictions.";
      sizes.head(all, from + "dense", from + "LayerNorm", from + "decoder", from + "bias", tied);
      head = Optional.of(sizes.head(sizes.activation(), tied));
    }
    List<Integer> owners =
        IntStream.range(0, sizes.layers())
            .mapToObj(layer -> owner(layer, sizes.layers(), groups))
            .toList();
    return opening.model(sizes.body(opening, Placing.COUNTED, true, true, owners), head, tails);
  }

  private static int group(int layer, int layers, int groups) {
    return (int) (layer / ((double) layers / groups));
  }

  /** The first layer of the same group. */
  private static int owner(int layer, int layers, int groups) {
    int own = group(layer, layers, groups);
    return IntStream.range(0, layers)
        .filter(other -> group(other, layers, groups) == own)
        .findFirst()
        .orElse(layer);
  }

  private static void layer(WeightMap weights, BertLike sizes, int layer, int group) {
    String from = "encoder.albert_layer_groups." + group + ".albert_layers.0.";
    String to = sizes.stack() + "." + layer + ".";
    int width = sizes.width();
    String own = from + "attention.";
    weights.linear(to + "self.q", own + "query", width, width, true);
    weights.linear(to + "self.k", own + "key", width, width, true);
    weights.linear(to + "self.v", own + "value", width, width, true);
    weights.linear(to + "self.output", own + "dense", width, width, true);
    weights.norm(to + "self.norm", own + "LayerNorm", width);
    weights.linear(to + "feedforward.hidden", from + "ffn", width, sizes.inner(), true);
    weights.linear(to + "feedforward.output", from + "ffn_output", sizes.inner(), width, true);
    weights.norm(to + "feedforward.norm", from + "full_layer_layer_norm", width);
  }
}
