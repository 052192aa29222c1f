package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rotary positions stretched as in YaRN (Peng et al. 2023): pairs that turn around often within the
 * length that was first learned stay as they are, those that turn seldom are stretched by the
 * factor; between the two the share of the frequencies goes over evenly from pair to pair. Scores
 * grow with the logarithm of the factor (section 3.4).
 *
 * @param factor how much longer texts become
 * @param learned the length that was first learned
 * @param fast pairs that turn around more often than this stay as they are
 * @param slow pairs that turn around less often than this are stretched by the factor
 * @param truncates whether the pairs where that begins and ends are whole numbers
 * @param strength what sines and cosines are multiplied by
 */
record Yarn(
    double factor, double learned, double fast, double slow, boolean truncates, double strength) {

  /**
   * @param settings of the whole model
   * @param said of its rotary positions
   * @throws Problem when the factor or the length is missing, or a number makes no sense
   */
  static Yarn of(Settings settings, Settings said) throws Problem {
    if (!said.has("factor")) {
      throw said.fault("rope_scaling.factor", "", "> 0");
    }
    double factor = Scaling.positive(said, 1, "factor");
    double learned =
        said.has("original_max_position_embeddings")
            ? Scaling.positive(said, 1, "original_max_position_embeddings")
            : Scaling.learned(settings);
    double fast = Scaling.positive(said, 32, "beta_fast");
    double slow = Scaling.positive(said, 1, "beta_slow");
    return new Yarn(
        factor, learned, fast, slow, said.flag(true, "truncate"), strength(said, factor));
  }

  private static double strength(Settings said, double factor) throws Problem {
    if (said.has("attention_factor")) {
      return Scaling.positive(said, 1, "attention_factor");
    }
    double part = said.number(0, "mscale");
    double all = said.number(0, "mscale_all_dim");
    return part > 0 && all > 0 ? growth(factor, part) / growth(factor, all) : growth(factor, 1);
  }

  private static double growth(double factor, double share) {
    return factor <= 1 ? 1 : 0.1 * share * StrictMath.log(factor) + 1;
  }

  /** For each pair what positions are divided by. */
  List<Double> stretches(int turned, double base) {
    double from = pair(fast, turned, base);
    double to = pair(slow, turned, base);
    double low = Math.max(0, truncates ? Math.floor(from) : from);
    double end = Math.min(turned - 1, truncates ? Math.ceil(to) : to);
    double high = end == low ? end + 0.001 : end;
    return IntStream.range(0, turned / 2)
        .mapToObj(
            pair -> {
              double stretched = Math.clamp((pair - low) / (high - low), 0.0, 1.0);
              return 1 / (stretched / factor + 1 - stretched);
            })
        .toList();
  }

  /** The pair, were there one at every place, that turns around so often in the learned length. */
  private double pair(double turns, int turned, double base) {
    return turned * StrictMath.log(learned / (turns * 2 * Math.PI)) / (2 * StrictMath.log(base));
  }
}
