package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.model.Tail;
import java.util.List;
import java.util.Optional;

/** BERT (Devlin et al. 2019). */
final class Bert implements Family {

  private static final BertLike.Usual USUAL = new BertLike.Usual(30522, 0, 768, 12, 3072, "gelu");

  @Override
  public List<String> types() {
    return List.of("bert");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    BertLike sizes = BertLike.of(opening, USUAL);
    WeightMap all = opening.weights();
    boolean predicts =
        opening.predicts(
            List.of("BertModel"),
            List.of("BertForMaskedLM", "BertLMHeadModel", "BertForPreTraining"),
            all.has("cls.predictions.transform.dense.weight"));
    boolean tied = opening.settings().flag(true, "tie_word_embeddings");
    WeightMap weights = all.under("embeddings.word_embeddings.weight", "bert.");
    sizes.embeddings(weights);
    sizes.layers(weights);
    List<Tail> tails = predicts ? List.of() : sizes.pooler(weights, "pooler.dense");
    Optional<Head> head = Optional.empty();
    if (predicts) {
      String from = "cls.predictions.";
      sizes.head(
          all,
          from + "transform.dense",
          from + "transform.LayerNorm",
          from + "decoder",
          from + "bias",
          tied);
      head = Optional.of(sizes.head(sizes.activation(), tied));
    }
    return opening.model(sizes.body(opening, Placing.COUNTED, true), head, tails);
  }
}
