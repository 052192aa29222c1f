package attentionscope.app;

import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.laboratory.LabState;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.laboratory.Name;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Looks at the laboratory once a frame: whoever shows how it stands is told, and while one looks at
 * a run's newest snapshot, every view follows the run. Whoever goes back stays where he went.
 */
final class Following extends AnimationTimer {

  /** Between two snapshots that are shown. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(120);

  /** Between two drawings of the curves. */
  private static final long DRAWING = TimeUnit.MILLISECONDS.toNanos(80);

  /** After that a snapshot that was asked for does not come any more. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private final Session session;
  private final Laboratory laboratory;
  private final Consumer<LabState> onState;
  private long seen = -1;
  private long told;
  private long last;
  private boolean follows = true;
  private String expected = "";

  /**
   * @param onState is told how it stands, not more often than eyes follow
   */
  Following(Session session, Laboratory laboratory, Consumer<LabState> onState) {
    this.session = session;
    this.laboratory = laboratory;
    this.onState = onState;
    session.subscribe(this::show);
  }

  private void show(Shown shown) {
    String model = shown.workspace().model();
    if (!model.equals(expected)) {
      expected = model;
      LabState state = laboratory.state();
      follows = run(state, model).filter(run -> isNewest(state, run, model)).isPresent();
    }
  }

  /** Which run a model is a snapshot of. */
  private static Optional<Integer> run(LabState state, String model) {
    return Name.parse(model).filter(name -> name.index() < state.runs().size()).map(Name::index);
  }

  private static boolean isNewest(LabState state, int run, String model) {
    return Name.parse(model).orElseThrow().step() == state.runs().get(run).step();
  }

  @Override
  public void handle(long now) {
    LabState state = laboratory.state();
    if (state.number() != seen && now - told > DRAWING) {
      told = now;
      seen = state.number();
      onState.accept(state);
    }
    String shown = session.shown().workspace().model();
    boolean due = now - last > (shown.equals(expected) ? PAUSE : PATIENCE);
    Optional<Integer> run = run(state, shown);
    if (follows && due && run.isPresent() && !isNewest(state, run.get(), shown)) {
      last = now;
      expected = laboratory.hold(run.get(), state.runs().get(run.get()).newest());
      session.send(new Intent.LookAt(expected));
    }
  }
}
