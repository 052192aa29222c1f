package attentionscope.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The workspaces that came before, and those that were taken back. Bounded. */
public final class History {

  private static final int LONGEST = 500;

  private final Deque<Workspace> past = new ArrayDeque<>();
  private final Deque<Workspace> future = new ArrayDeque<>();

  /** Remembers what is about to be replaced; what was taken back before is forgotten. */
  public void remember(Workspace replaced) {
    past.push(replaced);
    future.clear();
    if (past.size() > LONGEST) {
      past.removeLast();
    }
  }

  /** The workspace before, if there is one. */
  public Optional<Workspace> undo(Workspace now) {
    if (past.isEmpty()) {
      return Optional.empty();
    }
    future.push(now);
    return Optional.of(past.pop());
  }

  /** The workspace that was taken back last, if there is one. */
  public Optional<Workspace> redo(Workspace now) {
    if (future.isEmpty()) {
      return Optional.empty();
    }
    past.push(now);
    return Optional.of(future.pop());
  }
}
