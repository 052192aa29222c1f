package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import java.util.Optional;

/** What {@code rope_scaling} says: how rotary positions are made to reach farther. */
final class Scaling {

  private Scaling() {}

  /**
   * What positions are divided by.
   *
   * @throws Problem when they are scaled in another way than linearly
   */
  static double stretch(Settings settings) throws Problem {
    Optional<Settings> scaling = settings.inside("rope_scaling");
    if (scaling.isEmpty()) {
      return 1;
    }
    String way = scaling.get().text("", "rope_type", "type");
    return switch (way) {
      case "default" -> 1;
      case "linear" -> {
        double factor = scaling.get().number(1, "factor");
        if (factor <= 0) {
          throw settings.fault("rope_scaling.factor", factor, "> 0");
        }
        yield factor;
      }
      default -> throw settings.unsupported("rope_scaling.type", way, "linear, null");
    };
  }
}
