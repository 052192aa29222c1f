package attentionscope.app;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import attentionscope.view.FocusedHead;
import attentionscope.view.Intent;
import attentionscope.view.Ride;
import attentionscope.view.Track;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.laboratory.Experiment;
import attentionscope.workspace.laboratory.LabState;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.laboratory.Name;
import attentionscope.workspace.laboratory.RunSoFar;
import attentionscope.workspace.laboratory.Sight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a workspace while a model is trained. */
record Trained(Laboratory laboratory, ModelLibrary library) {

  /** The laboratory, with the run that is there or, where none is, the one it has prepared. */
  Workspace enter(Workspace workspace) throws Problem {
    boolean there = Name.parse(workspace.model()).isPresent();
    return there ? workspace : begin(workspace, laboratory.state().experiment());
  }

  /** Another experiment; what is typed stays where it can be read. */
  Workspace begin(Workspace workspace, Experiment experiment) throws Problem {
    laboratory.prepare(experiment);
    return newest(workspace);
  }

  /** A task as it is good to begin with, and nothing beside it. */
  Workspace teach(Workspace workspace, String task) throws Problem {
    return begin(workspace, Experiment.of(laboratory.presets().of(task)));
  }

  /** The same experiment with another value in its plan. */
  Workspace replan(Workspace workspace, String name, String value) throws Problem {
    Experiment now = laboratory.state().experiment();
    return begin(workspace, now.withPlan(now.plan().with(name, value)));
  }

  /** The training that was kept when the program ended. */
  Workspace goOn(Workspace workspace) throws Problem {
    Optional<Path> left = laboratory.left();
    if (left.isEmpty()) {
      return workspace;
    }
    laboratory.resume(left.get());
    return newest(workspace);
  }

  /** Writes the snapshot that is looked at, or what else there is. */
  void save(Intent.Save.Saved what, Path place, Workspace workspace) throws Problem {
    Optional<Name> name = Name.parse(workspace.model());
    if (name.isEmpty()) {
      return;
    }
    switch (what) {
      case MODEL -> laboratory.saveModel(place, name.get());
      case RECIPE -> laboratory.saveRecipe(place, name.get());
      case CURVES -> laboratory.saveCurves(place);
    }
  }

  /** The same experiment from the beginning. */
  Workspace reset(Workspace workspace) throws Problem {
    laboratory.reset();
    return newest(workspace);
  }

  private Workspace newest(Workspace workspace) throws Problem {
    String model = laboratory.hold(0, laboratory.state().runs().getFirst().newest());
    OpenedModel opened = library.open(model);
    boolean stays = Name.parse(workspace.model()).isPresent() && canRead(opened, workspace.input());
    Workspace next =
        stays ? workspace.atSnapshot(model) : workspace.withModel(model, opened.example());
    Trace trace = opened.run(opened.read(next.input()), List.of());
    boolean hasFocus = next.focus().filter(focus -> trace.find(focus.id()).isPresent()).isPresent();
    Optional<Region> first = first(trace);
    return (hasFocus || first.isEmpty() ? next : next.withFocus(first.get()))
        .withPlace(Optional.empty());
  }

  private static boolean canRead(OpenedModel opened, Typed typed) {
    try {
      return opened.read(typed).source().length() > 0;
    } catch (Problem unknownWords) {
      return false;
    }
  }

  /** The last attention that looks at a source, else the last there is. */
  private static Optional<Region> first(Trace trace) {
    List<AttentionSite> sites = AttentionSite.of(trace);
    return sites.stream()
        .filter(site -> site.kind() == AttentionSite.Kind.CROSS)
        .reduce((one, other) -> other)
        .or(() -> sites.stream().reduce((one, other) -> other))
        .map(site -> Region.all(site.head(0).child("weights")));
  }

  /** A snapshot by its name, or the nearest that is kept. */
  Workspace at(String snapshot, Workspace workspace) {
    return Name.parse(snapshot)
        .map(name -> workspace.atSnapshot(laboratory.nearest(name)))
        .orElse(workspace);
  }

  /** One of the snapshots that are kept, by its place. */
  Workspace rewind(int place, Workspace workspace) {
    Optional<RunSoFar> run = run(workspace);
    if (run.isEmpty()) {
      return workspace;
    }
    int last = run.get().snapshots().size() - 1;
    int index = Name.parse(workspace.model()).orElseThrow().index();
    return workspace.atSnapshot(
        laboratory.hold(index, run.get().snapshots().get(Math.clamp(place, 0, last))));
  }

  private Optional<RunSoFar> run(Workspace workspace) {
    LabState state = laboratory.state();
    return Name.parse(workspace.model())
        .filter(name -> name.index() < state.runs().size())
        .map(name -> state.runs().get(name.index()));
  }

  /** An order to the runs. */
  void order(Intent.Train.Order order) {
    switch (order) {
      case PLAY -> laboratory.play();
      case PAUSE -> laboratory.pause();
      case STEP -> laboratory.step();
    }
  }

  /**
   * Back through the training of a snapshot, and what it writes, which is played first where it is
   * looked at; the laboratory plays nothing but the training.
   */
  List<Ride> rides(Workspace workspace, Optional<Ride> writing) {
    Stream<Ride> training = ride(workspace).stream();
    return switch (workspace.view()) {
      case TRAIN -> training.toList();
      case GENERATE -> Stream.concat(writing.stream(), training).toList();
      default -> Stream.concat(training, writing.stream()).toList();
    };
  }

  private Optional<Ride> ride(Workspace workspace) {
    return run(workspace)
        .map(
            run -> {
              int step = Name.parse(workspace.model()).orElseThrow().step();
              return new Ride(Track.TRAINING, run.index(step), run.snapshots().size());
            });
  }

  /** What the laboratory's view shows besides the run. */
  Optional<Sight> sight(Workspace workspace, Trace trace) throws Problem {
    Optional<Name> name = Name.parse(workspace.model());
    return workspace.view() == View.TRAIN && name.isPresent()
        ? Optional.of(
            laboratory.sight(
                name.get(),
                workspace.input(),
                FocusedHead.of(trace, workspace.focus()).map(FocusedHead::weights)))
        : Optional.empty();
  }
}
