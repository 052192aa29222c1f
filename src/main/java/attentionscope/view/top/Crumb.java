package attentionscope.view.top;

import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.List;

/**
 * One part of where you are.
 *
 * @param prefix the id up to here
 * @param name in words
 * @param here what a click leads to
 * @param others the parts that could stand in its place, itself among them, in the order of the run
 */
record Crumb(TensorId prefix, String name, Region here, List<Sibling> others) {

  Crumb {
    others = List.copyOf(others);
  }

  /** Another part at the same place. */
  record Sibling(String name, Region region) {}
}
