package attentionscope.workspace.laboratory;

import attentionscope.trace.TensorId;
import attentionscope.workspace.OpenedModel;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/** A model as it was after a step. Two are the same only if they are the same one. */
public final class Snapshot {

  private final int step;
  private final OpenedModel model;
  private final Map<TensorId, FMatrixRMaj> learned;

  Snapshot(int step, OpenedModel model, Map<TensorId, FMatrixRMaj> learned) {
    this.step = step;
    this.model = model;
    this.learned = learned;
  }

  /** After how many steps. */
  public int step() {
    return step;
  }

  public OpenedModel model() {
    return model;
  }

  /** Its parameters by id; nobody changes them. */
  Map<TensorId, FMatrixRMaj> learned() {
    return learned;
  }

  /** How much room its parameters take. */
  long bytes() {
    return learned.values().stream().mapToLong(m -> (long) Float.BYTES * m.data.length).sum();
  }
}
