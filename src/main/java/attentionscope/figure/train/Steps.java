package attentionscope.figure.train;

import attentionscope.figure.Target;
import java.util.OptionalInt;

/** What is pressed in these figures: a step of the training. */
public final class Steps {

  private static final String STEP = "train.step.";

  private Steps() {}

  static Target.Control target(int step) {
    return new Target.Control(STEP + step);
  }

  /** The step that a control goes to; empty where it is another one. */
  public static OptionalInt of(Target.Control control) {
    return control.id().startsWith(STEP)
        ? OptionalInt.of(Integer.parseInt(control.id().substring(STEP.length())))
        : OptionalInt.empty();
  }
}
