package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Body;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.model.Tail;
import attentionscope.op.Activation;
import java.util.List;
import java.util.Optional;

/** ELECTRA (Clark et al. 2020): a generator of words, and a discriminator of replaced ones. */
final class Electra implements Family {

  private static final BertLike.Usual USUAL = new BertLike.Usual(30522, 128, 256, 4, 1024, "gelu");

  @Override
  public List<String> types() {
    return List.of("electra");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    BertLike sizes = BertLike.of(opening, USUAL);
    WeightMap all = opening.weights();
    boolean predicts =
        opening.predicts(
            List.of("ElectraModel", "ElectraForPreTraining"),
            List.of("ElectraForMaskedLM", "ElectraForCausalLM"),
            all.has("generator_predictions.dense.weight"));
    boolean named = opening.settings().has("architectures");
    boolean discriminates =
        !predicts
            && (named
                ? opening.isOf("ElectraForPreTraining")
                : all.has("discriminator_predictions.dense.weight"));
    WeightMap weights = all.under("embeddings.word_embeddings.weight", "electra.");
    sizes.embeddings(weights);
    if (sizes.embedding() != sizes.width()) {
      weights.linear(
          "source.projected", "embeddings_project", sizes.embedding(), sizes.width(), true);
    }
    sizes.layers(weights);
    Body body = sizes.body(opening, Placing.COUNTED, true);
    if (discriminates) {
      String from = "discriminator_predictions.";
      all.linear("head.hidden", from + "dense", sizes.width(), sizes.width(), true);
      all.linear("logits", from + "dense_prediction", sizes.width(), 1, true);
      return opening.model(
          body, Optional.empty(), List.of(new Tail.Discriminator(sizes.activation())));
    }
    Optional<Head> head = Optional.empty();
    if (predicts) {
      boolean tied = opening.settings().flag(true, "tie_word_embeddings");
      String from = "generator_predictions.";
      String decoder = "generator_lm_head";
      sizes.head(all, from + "dense", from + "LayerNorm", decoder, decoder + ".bias", tied);
      head = Optional.of(sizes.head(Activation.GELU, tied));
    }
    return opening.model(body, head, List.of());
  }
}
