package attentionscope.view.model;

import attentionscope.figure.model.ModelParts;
import attentionscope.figure.model.ModelParts.Layer;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;

/** Which layer comes next on the way up or down. */
final class Layers {

  private Layers() {}

  /** The next one of the model; the first or the last where none is looked at. */
  static Optional<Layer> next(ModelParts parts, Optional<TensorId> focus, boolean up) {
    List<Layer> all = parts.stacks().stream().flatMap(stack -> stack.layers().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Optional<Layer> here = focus.flatMap(parts::layerOf);
    if (here.isEmpty()) {
      return Optional.of(up ? all.getFirst() : all.getLast());
    }
    int next = all.indexOf(here.get()) + (up ? 1 : -1);
    return Optional.of(all.get(Math.clamp(next, 0, all.size() - 1)));
  }
}
