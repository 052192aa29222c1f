package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.PositionRun;
import attentionscope.nn.Masks;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** The way from a workspace to its trace. Safe to use from several threads. */
public final class Runner {

  private static final List<String> ATTENTION_SCALED =
      List.of("**.head.*.scaled", "**.attention.scaled");
  private static final String POSITIONS_ADDED = "*.input";
  private static final String SELF_MASKS = "*.self.mask";
  private static final String MASKS = "**.mask";

  private final ModelLibrary library;

  public Runner(ModelLibrary library) {
    this.library = library;
  }

  public ModelLibrary library() {
    return library;
  }

  /**
   * Computes a workspace.
   *
   * @throws Problem when the model can't be opened, the input does not suit it, or a change does
   *     not fit
   */
  public Trace run(Workspace workspace) throws Problem {
    return run(workspace, Watcher.NOBODY);
  }

  /**
   * Computes a workspace, with somebody who looks on.
   *
   * @throws Problem as {@link #run(Workspace)}
   */
  public Trace run(Workspace workspace, Watcher watcher) throws Problem {
    if (workspace.view() == View.POSITIONS) {
      return positions(workspace);
    }
    Knobs knobs = workspace.knobs();
    OpenedModel model = library.open(workspace.model());
    OpenedModel opened = knobs.otherEnd() ? model.fromOtherEnd() : model;
    ModelInput input = opened.read(workspace.input(), workspace.writing().read());
    List<Intervention> changes = new ArrayList<>();
    Knobs switched = knobs.withGradients(false);
    if (!switched.withTeacher(true).withOtherEnd(false).equals(Knobs.MODEL)) {
      // what the switches act on is seen in the run without them
      changes.addAll(switches(switched, forwards(opened, knobs, input, List.of(), Watcher.NOBODY)));
    }
    // last, so that a cell of a mask can be changed whatever the switch for masks says
    changes.addAll(workspace.interventions());
    return knobs.gradients()
        ? opened.runBackwards(input, changes, watcher)
        : forwards(opened, knobs, input, changes, watcher);
  }

  private static Trace forwards(
      OpenedModel opened,
      Knobs knobs,
      ModelInput input,
      List<Intervention> changes,
      Watcher watcher)
      throws Problem {
    return knobs.teacher() || !opened.answersItself()
        ? opened.run(input, changes, watcher)
        : opened.runFree(input, changes);
  }

  /**
   * Computes a workspace so that its model can go on writing, where it can.
   *
   * @throws Problem as {@link #run}
   */
  public Computed compute(Workspace workspace) throws Problem {
    return compute(workspace, Watcher.NOBODY);
  }

  /**
   * As {@link #compute(Workspace)}, with somebody who looks on.
   *
   * @throws Problem as {@link #run(Workspace)}
   */
  public Computed compute(Workspace workspace, Watcher watcher) throws Problem {
    OpenedModel opened = library.open(workspace.model());
    if (workspace.view() == View.POSITIONS || !isPlain(workspace) || !opened.remembers()) {
      return Computed.whole(run(workspace, watcher));
    }
    return Computed.whole(
        opened.begin(opened.read(workspace.input(), workspace.writing().read()), watcher));
  }

  /**
   * Goes on with what was computed, or back in it; empty where that takes a new run.
   *
   * @param before what was computed
   * @param now it differs in nothing but what has been written
   * @throws Problem as {@link #run}
   */
  public Optional<Computed> further(Workspace before, Computed computed, Workspace now)
      throws Problem {
    Workspace likeBefore = now.withWriting(before.writing());
    if (now.view() != View.GENERATE || !isPlain(now) || !likeBefore.runsAs(before)) {
      return Optional.empty();
    }
    OpenedModel opened = library.open(now.model());
    // as long as may be read at once
    opened.read(now.input(), now.writing().read());
    return computed.further(before.writing().read(), now.writing().read(), opened::label);
  }

  private static boolean isPlain(Workspace workspace) {
    return workspace.runsPlainly() && !workspace.knobs().gradients();
  }

  /**
   * What a model that writes would write next; empty where it does not write, where it has written
   * in the run itself, or where what is shown is no run of a model.
   *
   * @param trace the run of this workspace
   * @throws Problem as {@link #run(Workspace)}
   */
  public Optional<Outlook> outlook(Workspace workspace, Trace trace) throws Problem {
    return outlook(workspace, Computed.whole(trace), Optional.empty());
  }

  /**
   * What a model that writes would write next, with the beam search where one is asked for.
   *
   * @param computed what was computed of this workspace
   * @param search that of the same question, where it is known already
   * @throws Problem as {@link #run}
   */
  public Optional<Outlook> outlook(Workspace workspace, Computed computed, Optional<Search> search)
      throws Problem {
    if (workspace.view() == View.POSITIONS) {
      return Optional.empty();
    }
    OpenedModel opened = library.open(workspace.model());
    if (!workspace.knobs().teacher() && opened.answersItself()) {
      return Optional.empty();
    }
    Optional<Outlook> outlook = Outlook.of(opened, workspace, computed);
    boolean searches =
        workspace.view() == View.GENERATE && workspace.writing().way() == Writing.Way.BEAM;
    if (outlook.isEmpty() || !searches) {
      return outlook;
    }
    Optional<Search> found =
        search.isPresent()
            ? search
            : Search.of(
                opened,
                workspace,
                Outlook.longest(opened, computed.whole()),
                one -> run(one).get(Search.LOGITS).value());
    return outlook.map(one -> one.with(found));
  }

  /** The positions view looks at an encoding by itself, whatever the model. */
  private static Trace positions(Workspace workspace) throws Problem {
    List<String> words =
        Arrays.stream(workspace.input().source().strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    PositionRun run = PositionRun.firstWordLast(workspace.lab().study(), words);
    List<Intervention> changes = workspace.lab().changes();
    if (changes.isEmpty()) {
      return run.run(changes);
    }
    // A narrower code, a shorter one or another encoding lacks cells that were changed before.
    Trace plain = run.run(List.of());
    return run.run(changes.stream().filter(change -> has(plain, change)).toList());
  }

  private static boolean has(Trace trace, Intervention change) {
    return change instanceof Intervention.SetCell(CellRef cell, float _)
        ? trace.find(cell.id()).filter(node -> node.has(cell.row(), cell.column())).isPresent()
        : !trace.match(change.target()).isEmpty();
  }

  /** The switches as changes to a run; a switch of something the run does not have does nothing. */
  private static List<Intervention> switches(Knobs knobs, Trace plain) {
    List<Intervention> changes = new ArrayList<>();
    for (String scaled : ATTENTION_SCALED) {
      if (!knobs.scale() && !plain.match(scaled).isEmpty()) {
        changes.add(new Intervention.Off(scaled));
      }
    }
    if (!knobs.positions()) {
      for (Node input : plain.match(POSITIONS_ADDED)) {
        changes.add(new Intervention.Off(input.id().path()));
      }
    }
    switch (knobs.mask()) {
      case MODEL -> {}
      case NONE -> {
        for (Node mask : plain.match(MASKS)) {
          changes.add(new Intervention.Zero(mask.id().path()));
        }
      }
      case LOOK_AHEAD -> {
        for (Node mask : plain.match(SELF_MASKS)) {
          FMatrixRMaj ahead =
              Masks.lookAhead(mask.rows().samples(), mask.rows().length(), mask.columns().length());
          changes.add(new Intervention.Replace(mask.id(), Masks.both(mask.value(), ahead)));
        }
      }
    }
    return changes;
  }
}
