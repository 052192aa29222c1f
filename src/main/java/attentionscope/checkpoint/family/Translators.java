package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.PositionalEncoding;
import attentionscope.op.Sinusoid;
import java.util.List;

/**
 * The encoder-decoders that name their arrays as BART does: BART (Lewis et al. 2020), Marian's
 * translators (Junczys-Dowmunt et al. 2018) and M2M100 (Fan et al. 2021). They differ in positions
 * and norms.
 */
final class Translators implements Family {

  /** Rows of BART's tables that no position uses. */
  private static final int BART_OFFSET = 2;

  @Override
  public List<String> types() {
    return List.of("bart", "marian", "m2m_100");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    return switch (opening.settings().text("", "model_type")) {
      case "bart" -> bart(opening);
      case "marian" -> marian(opening);
      default -> m2m100(opening);
    };
  }

  private static Model bart(Opening opening) throws Problem {
    Settings settings = opening.settings();
    settings.only("normalize_before", false);
    settings.only("normalize_embedding", true);
    settings.only("add_final_layer_norm", false);
    settings.only("static_position_embeddings", false);
    settings.only("add_bias_logits", false);
    settings.only("extra_pos_embeddings", BART_OFFSET);
    boolean predicts =
        opening.predicts(List.of("BartModel"), List.of("BartForConditionalGeneration"), true);
    int longest = settings.size(1024, "max_position_embeddings") + BART_OFFSET;
    BartLike.Style style =
        new BartLike.Style(
            false,
            true,
            side -> new PositionalEncoding.Learned(longest, BART_OFFSET),
            new Placing.Counted(BART_OFFSET));
    BartLike model = BartLike.of(opening, style, 50265, "gelu", false);
    for (String side : List.of("encoder", "decoder")) {
      model.positions(side, longest);
    }
    return model.open(predicts);
  }

  private static Model marian(Opening opening) throws Problem {
    Settings settings = opening.settings();
    settings.only("normalize_before", false);
    settings.only("normalize_embedding", false);
    settings.only("add_final_layer_norm", false);
    settings.only("static_position_embeddings", true);
    settings.only("add_bias_logits", false);
    boolean predicts = opening.predicts(List.of("MarianModel"), List.of("MarianMTModel"), true);
    int longest = settings.size(1024, "max_position_embeddings");
    // older files hold the table, which then is what counts
    boolean held =
        opening
            .weights()
            .under("encoder.embed_positions.weight", "model.")
            .has("encoder.embed_positions.weight");
    BartLike.Style style =
        new BartLike.Style(
            false,
            false,
            side ->
                held
                    ? new PositionalEncoding.Learned(longest)
                    : new PositionalEncoding.Sinusoidal(
                        Sinusoid.Layout.CONCATENATED, TransformerConfig.BASE),
            Placing.COUNTED);
    BartLike model = BartLike.of(opening, style, 58101, "gelu", false);
    if (held) {
      for (String side : List.of("encoder", "decoder")) {
        model.positions(side, longest);
      }
    }
    return model.open(predicts);
  }

  private static Model m2m100(Opening opening) throws Problem {
    Settings settings = opening.settings();
    int pad = settings.whole(1, "pad_token_id");
    settings.only("normalize_before", true);
    settings.only("position_embedding", "sinusoidal");
    settings.only("position_layout", "sin_then_cos");
    settings.only("position_timescale_denominator", "d_model/2-1");
    settings.only("position_start", pad + 1);
    boolean predicts =
        opening.predicts(List.of("M2M100Model"), List.of("M2M100ForConditionalGeneration"), true);
    BartLike.Style style =
        new BartLike.Style(
            true,
            false,
            side ->
                new PositionalEncoding.Sinusoidal(
                    Sinusoid.Layout.CONCATENATED, TransformerConfig.BASE, 2),
            new Placing.OtherThan(pad, true));
    int width = settings.size(1024, "d_model", "hidden_size");
    if (width % 2 != 0 || width < 4) {
      throw settings.fault("d_model", width, "4, 6, 8, …");
    }
    return BartLike.of(opening, style, 128112, "relu", true).open(predicts);
  }
}
