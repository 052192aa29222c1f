package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.model.Tail;
import attentionscope.op.Activation;
import java.util.List;
import java.util.Optional;

/**
 * RoBERTa (Liu et al. 2019), and what has been trained in its form: positions count tokens that are
 * no padding, from one more than the pad's id.
 */
final class Roberta implements Family {

  private static final BertLike.Usual USUAL = new BertLike.Usual(50265, 0, 768, 12, 3072, "gelu");

  @Override
  public List<String> types() {
    return List.of("roberta", "xlm-roberta", "camembert");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    BertLike sizes = BertLike.of(opening, USUAL);
    WeightMap all = opening.weights();
    boolean predicts =
        opening.predicts(
            List.of("RobertaModel", "XLMRobertaModel", "CamembertModel"),
            List.of(
                "RobertaForMaskedLM",
                "RobertaForCausalLM",
                "XLMRobertaForMaskedLM",
                "XLMRobertaForCausalLM",
                "CamembertForMaskedLM",
                "CamembertForCausalLM"),
            all.has("lm_head.dense.weight"));
    boolean tied = opening.settings().flag(true, "tie_word_embeddings");
    WeightMap weights = all.under("embeddings.word_embeddings.weight", "roberta.");
    sizes.embeddings(weights);
    sizes.layers(weights);
    List<Tail> tails = predicts ? List.of() : sizes.pooler(weights, "pooler.dense");
    Optional<Head> head = Optional.empty();
    if (predicts) {
      String from = "lm_head.";
      sizes.head(all, from + "dense", from + "layer_norm", from + "decoder", from + "bias", tied);
      head = Optional.of(sizes.head(Activation.GELU, tied));
    }
    int pad = opening.settings().whole(1, "pad_token_id");
    return opening.model(sizes.body(opening, new Placing.OtherThan(pad, false), true), head, tails);
  }
}
