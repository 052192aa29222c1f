package attentionscope.figure.train;

import attentionscope.train.Trainer;
import attentionscope.workspace.laboratory.Glance;
import attentionscope.workspace.laboratory.RunSoFar;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Numbers over steps: one curve. */
interface Points {

  int size();

  int step(int index);

  double value(int index);

  /** Of every step of a run. */
  static Points ofSteps(RunSoFar run, ToDoubleFunction<Trainer.Step> value) {
    return of(run.steps(), Trainer.Step::number, value);
  }

  /** Of the moments when it was looked how well a run does. */
  static Points ofGlances(RunSoFar run, ToDoubleFunction<Glance> value) {
    return of(run.glances(), Glance::step, value);
  }

  private static <T> Points of(List<T> list, ToDoubleFunction<T> step, ToDoubleFunction<T> value) {
    return new Points() {
      @Override
      public int size() {
        return list.size();
      }

      @Override
      public int step(int index) {
        return (int) step.applyAsDouble(list.get(index));
      }

      @Override
      public double value(int index) {
        return value.applyAsDouble(list.get(index));
      }
    };
  }

  /** The last number up to a step. */
  default OptionalDouble at(int step) {
    int low = 0;
    int high = size(); // the first one beyond
    while (low < high) {
      int middle = (low + high) / 2;
      if (step(middle) <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? OptionalDouble.empty() : OptionalDouble.of(value(low - 1));
  }

  /** The largest finite number. */
  default double largest() {
    double largest = 0;
    for (int i = 0; i < size(); i++) {
      double value = value(i);
      largest = value > largest && value < Double.POSITIVE_INFINITY ? value : largest;
    }
    return largest;
  }
}
