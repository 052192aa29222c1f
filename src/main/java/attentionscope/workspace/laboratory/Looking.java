package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.train.Answered;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks at snapshots of a run; what was seen of each is remembered for a while. */
final class Looking {

  /** How many moments of a training stand beside each other. */
  private static final int MOMENTS = 10;

  private static final int ANSWERS = 6;
  private static final int REMEMBERED = 64;

  private record Key(Snapshot snapshot, Typed typed, TensorId weights) {}

  private final Map<Key, Optional<Node>> seen =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Node>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Nothing of what was seen is needed any more. */
  synchronized void forget() {
    seen.clear();
  }

  /**
   * A head's weights from the first snapshot to the newest, closer together at the beginning, where
   * more happens.
   *
   * @param weights their id
   */
  List<Sight.Through> through(RunSoFar run, Typed typed, TensorId weights) throws Problem {
    TreeSet<Integer> places = new TreeSet<>();
    List<Snapshot> all = run.snapshots();
    for (int moment = 0; moment < MOMENTS; moment++) {
      double way = (double) moment / (MOMENTS - 1);
      places.add(run.index((int) Math.round(all.getLast().step() * way * way)));
    }
    List<Sight.Through> through = new ArrayList<>();
    for (int place : places) {
      Snapshot snapshot = all.get(place);
      weights(snapshot, typed, weights)
          .ifPresent(node -> through.add(new Sight.Through(snapshot.step(), node)));
    }
    return through;
  }

  private synchronized Optional<Node> weights(Snapshot snapshot, Typed typed, TensorId id)
      throws Problem {
    Key key = new Key(snapshot, typed, id);
    Optional<Node> known = seen.get(key);
    if (known == null) {
      OpenedModel model = snapshot.model();
      ModelInput input = model.read(typed);
      known = model.run(input, List.of()).find(id);
      seen.put(key, known);
    }
    return known;
  }

  /** What a snapshot answers to the first few unseen samples. */
  static List<Answered> answers(Snapshot snapshot, Task task, long seed) throws Problem {
    if (!(snapshot.model().model() instanceof Predictor model)) {
      return List.of();
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < ANSWERS; i++) {
      samples.add(task.sample(seed, i, Part.TEST));
    }
    return Answered.of(model, model.parameters(), task, samples);
  }
}
