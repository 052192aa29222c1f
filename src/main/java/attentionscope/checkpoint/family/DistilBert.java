package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import java.util.List;
import java.util.Optional;

/** DistilBERT (Sanh et al. 2019): BERT without segments and without what is made of one token. */
final class DistilBert implements Family {

  private static final float EPSILON = 1e-12f;

  @Override
  public List<String> types() {
    return List.of("distilbert");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    int width = settings.size(768, "dim", "hidden_size");
    BertLike sizes =
        new BertLike(
            settings.size(30522, "vocab_size"),
            settings.size(512, "max_position_embeddings"),
            0,
            width,
            width,
            settings.count(6, "n_layers", "num_hidden_layers"),
            settings.count(12, "n_heads", "num_attention_heads"),
            settings.size(3072, "hidden_dim"),
            opening.activation("gelu", "activation"),
            EPSILON,
            false);
    WeightMap all = opening.weights();
    boolean predicts =
        opening.predicts(
            List.of("DistilBertModel"),
            List.of("DistilBertForMaskedLM"),
            all.has("vocab_transform.weight"));
    WeightMap weights = all.under("embeddings.word_embeddings.weight", "distilbert.");
    sizes.embeddings(weights);
    for (int layer = 0; layer < sizes.layers(); layer++) {
      String from = "transformer.layer." + layer + ".";
      String to = "encoder." + layer + ".";
      String own = from + "attention.";
      weights.linear(to + "self.q", own + "q_lin", width, width, true);
      weights.linear(to + "self.k", own + "k_lin", width, width, true);
      weights.linear(to + "self.v", own + "v_lin", width, width, true);
      weights.linear(to + "self.output", own + "out_lin", width, width, true);
      weights.norm(to + "self.norm", from + "sa_layer_norm", width);
      weights.linear(to + "feedforward.hidden", from + "ffn.lin1", width, sizes.inner(), true);
      weights.linear(to + "feedforward.output", from + "ffn.lin2", sizes.inner(), width, true);
      weights.norm(to + "feedforward.norm", from + "output_layer_norm", width);
    }
    Optional<Head> head = Optional.empty();
    if (predicts) {
      boolean tied = settings.flag(true, "tie_word_embeddings");
      String decoder = "vocab_projector";
      sizes.head(all, "vocab_transform", "vocab_layer_norm", decoder, decoder + ".bias", tied);
      head = Optional.of(sizes.head(sizes.activation(), tied));
    }
    return opening.model(sizes.body(opening, Placing.COUNTED, false), head, List.of());
  }
}
