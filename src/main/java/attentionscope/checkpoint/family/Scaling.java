package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.op.Rotate;
import attentionscope.op.Turning;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a checkpoint says of its rotary positions: {@code rope_theta} and {@code rope_scaling}, or
 * both in {@code rope_parameters}, as newer files have it.
 */
final class Scaling {

  private static final double BASE = 10000;

  /** Larger than any head, for each pair has a number of its own. */
  private static final int WIDEST = 1 << 16;

  private Scaling() {}

  /**
   * The angles of pairs that stand half a head apart.
   *
   * @param turned how many features
   * @param base what the base may be called
   * @throws Problem when positions are scaled in a way that is not computed
   */
  static Turning turning(Settings settings, int turned, String... base) throws Problem {
    if (turned > WIDEST) {
      throw settings.fault("head_dim", turned, "1 … " + WIDEST);
    }
    Optional<Settings> said = parameters(settings);
    double theta =
        said.isPresent() && said.get().has("rope_theta")
            ? said.get().number(BASE, "rope_theta")
            : settings.number(BASE, base);
    List<Double> stretches =
        said.isPresent()
            ? stretches(settings, said.get(), turned, theta)
            : Collections.nCopies(turned / 2, 1.0);
    return new Turning(turned, Rotate.Pairing.HALVES, theta, stretches);
  }

  /** What is said of rotary positions in a place of its own. */
  static Optional<Settings> parameters(Settings settings) throws Problem {
    Optional<Settings> older = settings.inside("rope_scaling");
    return older.isPresent() ? older : settings.inside("rope_parameters");
  }

  private static String way(Settings said) throws Problem {
    return said.text(said.has("factor") ? "" : "default", "rope_type", "type");
  }

  private static List<Double> stretches(Settings settings, Settings said, int turned, double base)
      throws Problem {
    int pairs = turned / 2;
    return switch (way(said)) {
      case "default", "dynamic" -> Collections.nCopies(pairs, 1.0);
      case "linear" -> Collections.nCopies(pairs, positive(said, 1, "factor"));
      case "llama3" -> byWavelength(said, turned, base);
      case "yarn" -> {
        if (base <= 1) {
          throw said.fault("rope_theta", base, "> 1");
        }
        yield Yarn.of(settings, said).stretches(turned, base);
      }
      default ->
          throw said.unsupported(
              "rope_scaling.type", way(said), "linear, llama3, yarn, dynamic, null");
    };
  }

  /**
   * What sines and cosines are multiplied by: scores grow by its square.
   *
   * @throws Problem as {@link #turning}
   */
  static double strength(Settings settings) throws Problem {
    Optional<Settings> said = parameters(settings);
    return said.isPresent() && way(said.get()).equals("yarn")
        ? Yarn.of(settings, said.get()).strength()
        : 1;
  }

  /**
   * How many positions are turned as they were learned: with {@code dynamic} scaling all angles
   * change with the length of a text that is longer, which is not computed.
   *
   * @throws Problem as {@link #turning}
   */
  static int longest(Settings settings) throws Problem {
    Optional<Settings> said = parameters(settings);
    return said.isPresent() && way(said.get()).equals("dynamic")
        ? learned(settings)
        : Integer.MAX_VALUE;
  }

  /** How many positions a model was made for, where it says so. */
  static int learned(Settings settings) throws Problem {
    if (!settings.has("max_position_embeddings")) {
      throw settings.fault("max_position_embeddings", "", "1, 2, 3, …");
    }
    return settings.size(1, "max_position_embeddings");
  }

  /**
   * Llama 3.1 (Dubey et al. 2024): pairs that turn around more than so often within the length that
   * was first learned stay as they are, those that turn less than so often are stretched by the
   * factor, and between them the frequency goes over from one to the other.
   */
  private static List<Double> byWavelength(Settings said, int turned, double base) throws Problem {
    double factor = positive(said, 8, "factor");
    double low = positive(said, 1, "low_freq_factor");
    double high = positive(said, 4, "high_freq_factor");
    double learned = positive(said, 8192, "original_max_position_embeddings");
    if (high <= low) {
      throw said.fault("rope_scaling.high_freq_factor", high, "> " + low);
    }
    return IntStream.range(0, turned / 2)
        .mapToObj(
            pair -> {
              double turns = learned / (2 * Math.PI * StrictMath.pow(base, 2.0 * pair / turned));
              double kept = Math.clamp((turns - low) / (high - low), 0.0, 1.0);
              return 1 / ((1 - kept) / factor + kept);
            })
        .toList();
  }

  static double positive(Settings said, double otherwise, String name) throws Problem {
    double number = said.number(otherwise, name);
    if (number <= 0) {
      throw said.fault("rope_scaling." + name, number, "> 0");
    }
    return number;
  }
}
