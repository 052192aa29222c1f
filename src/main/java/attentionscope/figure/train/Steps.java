package attentionscope.figure.train;

import attentionscope.figure.Target;
import java.util.OptionalInt;

/** What is pressed in these figures: a step of the training, or one of two runs. */
public final class Steps {

  private static final String STEP = "train.step.";
  private static final String RUN = "train.run.";

  private Steps() {}

  static Target.Control run(int index) {
    return new Target.Control(RUN + index);
  }

  /** The run whose snapshot is to be looked at, from 0; empty where it is another control. */
  public static OptionalInt runOf(Target.Control control) {
    return number(RUN, control);
  }

  static Target.Control target(int step) {
    return new Target.Control(STEP + step);
  }

  /** The step that a control goes to; empty where it is another one. */
  public static OptionalInt of(Target.Control control) {
    return number(STEP, control);
  }

  private static OptionalInt number(String kind, Target.Control control) {
    return control.id().startsWith(kind)
        ? OptionalInt.of(Integer.parseInt(control.id().substring(kind.length())))
        : OptionalInt.empty();
  }
}
