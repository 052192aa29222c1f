package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.Trainer;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.TrainingRun;

/** A run that is watched, and what was seen of it. Not safe for several threads. */
final class Bench {

  /** What all snapshots of a run may take, in bytes of parameters. */
  private static final long ROOM = 96L << 20;

  private static final int MOST = 200;
  private static final int FEWEST = 8;

  /** How many glances there are on the way. */
  private static final int GLANCES = 60;

  private static final int EXAMINED = 64;

  private final String name;
  private final TrainingRun run;
  private final int begun;
  private final Growing<Trainer.Step> steps = new Growing<>();
  private final Growing<Glance> glances = new Growing<>();
  private final Kept kept;

  /**
   * @param name how its snapshots are called, before the step
   * @throws Problem when it can't be examined
   */
  Bench(String name, TrainingRun run) throws Problem {
    this.name = name;
    this.run = run;
    begun = run.steps();
    glance();
    Snapshot first = snapshot();
    kept = new Kept(Math.clamp(ROOM / Math.max(1, first.bytes()), FEWEST, MOST));
    kept.add(first);
  }

  static Bench begin(ProgramFolder program, String name, Plan plan) throws Problem {
    return new Bench(name, new TrainingRun(program, plan));
  }

  TrainingRun run() {
    return run;
  }

  /** Takes a step, and looks from time to time how well it does. */
  void step() throws Problem {
    steps.add(run.step());
    if (run.steps() % Math.max(1, run.plan().steps() / GLANCES) == 0 || run.isDone()) {
      glance();
    }
    kept.add(snapshot());
  }

  private void glance() throws Problem {
    long seed = run.plan().seed();
    glances.add(
        new Glance(
            run.steps(),
            run.lossOnUnseen(EXAMINED),
            run.examine(seed, EXAMINED).accuracy(),
            run.examineLearned(EXAMINED).accuracy()));
  }

  private Snapshot snapshot() {
    OpenedModel model = run.frozen(Name.of(name, run.steps()));
    return new Snapshot(run.steps(), model, run.learned());
  }

  RunSoFar soFar() {
    return new RunSoFar(run.plan(), begun, steps.all(), glances.all(), kept.all());
  }
}
