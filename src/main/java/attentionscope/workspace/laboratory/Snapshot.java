package attentionscope.workspace.laboratory;

import attentionscope.workspace.OpenedModel;

/** A model as it was after a step. Two are the same only if they are the same one. */
public final class Snapshot {

  private final int step;
  private final OpenedModel model;

  Snapshot(int step, OpenedModel model) {
    this.step = step;
    this.model = model;
  }

  /** After how many steps. */
  public int step() {
    return step;
  }

  public OpenedModel model() {
    return model;
  }
}
