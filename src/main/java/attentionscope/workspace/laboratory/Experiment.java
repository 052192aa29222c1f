package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.workspace.training.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is tried out: a plan, and the same plan with one difference beside it.
 *
 * @param plan what is learned and how
 * @param against in what the second run differs; absent: there is no second run
 * @param until the share of right answers on unseen samples at which it stops, where it does
 */
public record Experiment(Plan plan, Optional<Difference> against, OptionalDouble until) {

  /** Letters in reverse, as the recipe has it. */
  public static final Experiment PLAIN = of(Plan.usual("reverse", "transformer"));

  public static Experiment of(Plan plan) {
    return new Experiment(plan, Optional.empty(), OptionalDouble.empty());
  }

  /** Another plan; a difference that makes none there is left out. */
  public Experiment withPlan(Plan other) {
    return new Experiment(other, against.filter(one -> one.of(other).isPresent()), until);
  }

  public Experiment withAgainst(Optional<Difference> other) {
    return new Experiment(plan, other, until);
  }

  public Experiment withUntil(OptionalDouble share) {
    return new Experiment(plan, against, share);
  }

  /** The plans of its runs: the first, and the second where there is one. */
  List<Plan> plans() throws Problem {
    List<Plan> plans = new ArrayList<>(List.of(plan.checked()));
    Optional<Plan> second = against.flatMap(one -> one.of(plan));
    if (second.isPresent()) {
      plans.add(second.get().checked());
    }
    return plans;
  }

  /** Whether both take the same steps. */
  boolean learnsAs(Experiment other) {
    return plan.equals(other.plan) && against.equals(other.against);
  }
}
