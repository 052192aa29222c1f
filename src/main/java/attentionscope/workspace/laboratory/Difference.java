package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.workspace.training.Plan;
import java.util.Locale;
import java.util.Optional;

/** The one thing in which a second run differs from the first. */
public enum Difference {
  /** Nothing tells positions apart. */
  NO_POSITIONS,
  /** One layer a stack. */
  ONE_LAYER,
  /** One head an attention. */
  ONE_HEAD,
  /** Other parameters to begin with, and other samples. */
  SEED,
  /** A learning rate five times as large. */
  FASTER,
  /** A fifth of the learning rate. */
  SLOWER,
  /** The whole learning rate from the first step on. */
  NO_WARM_UP,
  /** Gradients are never shortened. */
  NO_CLIP,
  /** A tenth of the cells is left out while learning. */
  DROPOUT,
  /** A quarter of the samples a step. */
  SMALL_BATCH;

  private static final double TIMES = 5;
  private static final double LEFT_OUT = 0.1;

  /** Its word in keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same plan with this difference; empty where it makes none there. */
  public Optional<Plan> of(Plan plan) {
    try {
      Plan other =
          switch (this) {
            case NO_POSITIONS -> plan.with("positions", "none");
            case ONE_LAYER -> plan.with("layers", 1);
            case ONE_HEAD -> plan.with("heads", 1);
            case SEED -> plan.with("seed", plan.seed() + 1);
            case FASTER -> plan.with("rate", plan.rate() * TIMES);
            case SLOWER -> plan.with("rate", plan.rate() / TIMES);
            case NO_WARM_UP -> plan.with("warmup", 0);
            case NO_CLIP -> plan.with("clip", 0.0);
            case DROPOUT -> plan.with("dropout", plan.dropout() == 0 ? LEFT_OUT : 0.0);
            case SMALL_BATCH -> plan.with("batch", Math.max(1, plan.batch() / 4));
          };
      return Optional.of(other).filter(one -> !one.equals(plan));
    } catch (Problem beyond) {
      // a number that no plan may have
      return Optional.empty();
    }
  }
}
