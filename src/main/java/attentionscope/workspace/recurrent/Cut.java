package attentionscope.workspace.recurrent;

import attentionscope.trace.Intervention;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/** The change that takes away what attention has found. */
public final class Cut {

  /** Every context vector becomes zero, whichever step asks. */
  public static final Intervention CHANGE = new Intervention.Zero("**.attention.context");

  private Cut() {}

  /** Whether attention is cut. */
  public static boolean isIn(Workspace workspace) {
    return workspace.interventions().contains(CHANGE);
  }

  /** The changes of a workspace with the cut, or without. */
  public static List<Intervention> changes(Workspace workspace, boolean cut) {
    List<Intervention> changes = new ArrayList<>(workspace.interventions());
    changes.removeIf(CHANGE::equals);
    if (cut) {
      changes.add(CHANGE);
    }
    return changes;
  }
}
