package attentionscope.workspace.recurrent;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Recurrent;
import attentionscope.trace.Trace;
import attentionscope.train.Batch;
import attentionscope.train.Examination;
import attentionscope.train.task.Task;
import attentionscope.workspace.Expected;
import attentionscope.workspace.Knobs;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.ReaderStudy.Way;
import attentionscope.workspace.training.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures what the recurrent view shows besides its run, a piece at a time, none of which takes
 * long. What holds for a model whatever is typed is measured once. Safe to use from several
 * threads.
 */
public final class RecurrentStudies {

  private static final int EXAMINED = 256;
  private static final long SEED = 11;

  private final Runner runner;
  private final Map<String, Optional<TrainedModel>> trained = new ConcurrentHashMap<>();
  private final Map<String, LengthStudy> lengths = new ConcurrentHashMap<>();
  private final Map<String, Examination> accuracies = new ConcurrentHashMap<>();

  public RecurrentStudies(Runner runner) {
    this.runner = runner;
  }

  /**
   * One piece more of what the view shows; empty where nothing is missing.
   *
   * @param found what is known of this workspace's run
   * @throws Problem when it cannot be measured
   */
  public Optional<RecurrentFindings> next(Workspace workspace, Optional<RecurrentFindings> found)
      throws Problem {
    RecurrentFindings known = found.orElse(RecurrentFindings.NONE);
    if (Cut.isIn(workspace) && known.uncut().isEmpty()) {
      Trace uncut = runner.run(workspace.withInterventions(Cut.changes(workspace, false)));
      return Optional.of(known.withUncut(Said.of(uncut)));
    }
    return switch (workspace.look().recurrent()) {
      case STEP -> Optional.empty();
      case GRADIENTS -> gradients(workspace, known);
      case LENGTHS -> lengths(workspace, known);
      case MODELS -> readers(workspace, known);
    };
  }

  private Optional<RecurrentFindings> gradients(Workspace workspace, RecurrentFindings known)
      throws Problem {
    if (known.gradients().filter(GradientStudy::done).isPresent()) {
      return Optional.empty();
    }
    Knobs knobs = workspace.knobs();
    OpenedModel model = runner.library().open(workspace.model());
    OpenedModel opened = knobs.otherEnd() ? model.fromOtherEnd() : model;
    if (!(opened.model() instanceof Recurrent recurrent)) {
      return Optional.empty();
    }
    ModelInput input = opened.read(workspace.input(), workspace.writing().read());
    Backwards backwards = Backwards.of(recurrent, input, end(workspace.model(), opened));
    List<GradientStudy.Kind> kinds = backwards.hasLoss() ? backwards.kinds() : List.of();
    GradientStudy study =
        known.gradients().orElseGet(() -> new GradientStudy(List.of(), kinds.size()));
    return Optional.of(
        known.withGradients(
            study.done()
                ? study
                : study.with(
                    backwards.curve(kinds.get(study.curves().size()), workspace.interventions()))));
  }

  /** What follows a text's last word: its end, unless the task is known to have none. */
  private int end(String model, OpenedModel opened) throws Problem {
    int end = opened.target().map(words -> words.words().indexOf(Task.END)).orElse(-1);
    boolean ends = trained(model).map(TrainedModel::task).map(Task::ends).orElse(true);
    return ends && end >= 0 ? end : Batch.NOTHING;
  }

  private Optional<RecurrentFindings> lengths(Workspace workspace, RecurrentFindings known)
      throws Problem {
    Optional<TrainedModel> model = trained(workspace.model());
    Optional<LengthStudy> measured = Optional.ofNullable(lengths.get(workspace.model()));
    Optional<LengthStudy> shown = known.lengths();
    if (model.isEmpty() || shown.filter(LengthStudy::done).isPresent()) {
      return Optional.empty();
    }
    LengthStudy study = measured.orElseGet(() -> LengthStudy.of(model.get().task()));
    LengthStudy more = study.done() ? study : study.more(model.get());
    lengths.put(workspace.model(), more);
    return Optional.of(known.withLengths(more));
  }

  private Optional<RecurrentFindings> readers(Workspace workspace, RecurrentFindings known)
      throws Problem {
    if (known.readers().filter(ReaderStudy::done).isPresent()) {
      return Optional.empty();
    }
    OpenedModel opened = runner.library().open(workspace.model());
    if (known.readers().isEmpty()) {
      return Optional.of(known.withReaders(begun(workspace, opened)));
    }
    ReaderStudy study = known.readers().get();
    String name = study.waiting().getFirst();
    TrainedModel model = trained(name).orElseThrow();
    Examination accuracy = accuracies.get(name);
    if (accuracy == null) {
      accuracy = model.examine(SEED, EXAMINED);
      accuracies.put(name, accuracy);
    }
    Reading reading = new Reading(name, runner.library().open(name), model.task());
    return Optional.of(
        known.withReaders(study.with(reading.of(workspace.input().source(), accuracy))));
  }

  /** All that know the task and write, those that look at one vector first. */
  private ReaderStudy begun(Workspace workspace, OpenedModel opened) throws Problem {
    Optional<TrainedModel> own = trained(workspace.model());
    List<Map.Entry<Way, String>> readers = new ArrayList<>();
    if (own.isPresent() && own.get().model().readsTarget()) {
      SequencedSet<String> names = new LinkedHashSet<>(runner.library().shipped());
      names.add(workspace.model());
      for (String name : names) {
        trained(name)
            .filter(other -> other.task().name().equals(own.get().task().name()))
            .filter(other -> other.model().readsTarget())
            .ifPresent(other -> readers.add(Map.entry(Reading.way(other.model()), name)));
      }
      readers.sort(Map.Entry.comparingByKey());
    }
    boolean ends = own.map(TrainedModel::task).filter(Task::ends).isPresent();
    return new ReaderStudy(
        List.of(),
        readers.stream().map(Map.Entry::getValue).toList(),
        expected(workspace, opened, ends),
        opened.readSource(workspace.input().source()).labels());
  }

  private static List<String> expected(Workspace workspace, OpenedModel opened, boolean ends) {
    List<String> expected = new ArrayList<>(Expected.words(opened, workspace.input()));
    if (ends && !expected.isEmpty()) {
      expected.add(Task.END);
    }
    return expected;
  }

  /** A model that was trained here on a task; empty for any other. */
  private Optional<TrainedModel> trained(String name) throws Problem {
    Optional<TrainedModel> known = trained.get(name);
    if (known == null) {
      known = open(runner.library(), name);
      trained.put(name, known);
    }
    return known;
  }

  private static Optional<TrainedModel> open(ModelLibrary library, String name) {
    try {
      return Optional.of(TrainedModel.open(library.program(), library.find(name)));
    } catch (Problem untrained) {
      return Optional.empty();
    }
  }
}
