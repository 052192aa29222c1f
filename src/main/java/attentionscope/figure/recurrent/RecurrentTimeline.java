package attentionscope.figure.recurrent;

import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The moments of a recurrent run: at the start nothing is done; then every moment is a step, of all
 * layers at once, or, where one of them goes backwards, of one lane after the other; the decoder's
 * follow the encoder's. A moment has done everything up to it.
 */
public final class RecurrentTimeline {

  /** What is done at a moment: steps of some lanes with one number. */
  private record Done(List<Lane> lanes, int number) {}

  private final Unrolled unrolled;
  private final List<Done> moments = new ArrayList<>();
  private final Map<TensorId, Integer> doneAt = new HashMap<>();

  private RecurrentTimeline(Unrolled unrolled) {
    this.unrolled = unrolled;
    if (unrolled.bothWays()) {
      for (Lane lane : unrolled.encoder()) {
        List<UnrolledStep> steps = lane.backward() ? lane.steps().reversed() : lane.steps();
        steps.forEach(step -> moments.add(new Done(List.of(lane), step.number())));
      }
    } else {
      for (int step = 0; step < unrolled.read(); step++) {
        moments.add(new Done(unrolled.encoder(), step));
      }
    }
    for (int step = 0; step < unrolled.written(); step++) {
      moments.add(new Done(unrolled.decoder(), step));
    }
    for (int i = 0; i < moments.size(); i++) {
      for (Lane lane : moments.get(i).lanes()) {
        doneAt.put(lane.steps().get(moments.get(i).number()).id(), i + 1);
      }
    }
  }

  public static RecurrentTimeline of(Unrolled unrolled) {
    return new RecurrentTimeline(unrolled);
  }

  /** How many moments there are, the start included. */
  public int size() {
    return moments.size() + 1;
  }

  /** The moment meant: the one that was played to, else the end. */
  public int at(OptionalInt played) {
    return Math.clamp(played.orElse(size() - 1), 0, size() - 1);
  }

  /** What is looked at when a moment has been played: the state it has made. */
  public Optional<Region> looksAt(int moment) {
    return newest(moment).map(step -> Region.all(step.hidden().id()));
  }

  /** The step that a moment has just done, of the highest layer; empty at the start. */
  Optional<UnrolledStep> newest(int moment) {
    if (moment <= 0) {
      return Optional.empty();
    }
    Done done = moments.get(Math.min(moment, moments.size()) - 1);
    return Optional.of(done.lanes().getLast().steps().get(done.number()));
  }

  /** Whether a lane's step has been computed by a moment. */
  boolean knows(int moment, Lane lane, int step) {
    return doneAt.getOrDefault(lane.steps().get(step).id(), Integer.MAX_VALUE) <= moment;
  }

  /** Whether a step has been computed by all lanes of the encoder. */
  boolean knowsAll(int moment, int step) {
    return unrolled.encoder().stream().allMatch(lane -> knows(moment, lane, step));
  }

  /** Whether the encoder has read everything. */
  boolean hasRead(int moment) {
    return moment >= moments.size() - unrolled.written();
  }

  /** How many of the decoder's steps have been done. */
  int written(int moment) {
    return Math.clamp(moment - (moments.size() - unrolled.written()), 0, unrolled.written());
  }

  /** The moment after which a step of the decoder has been done. */
  int ofDecoder(int step) {
    return moments.size() - unrolled.written() + step + 1;
  }

  /** The step that stands open: that with the matrix looked at, else the newest. */
  Optional<UnrolledStep> open(int moment, Optional<TensorId> focus) {
    return focus.flatMap(unrolled::stepOf).or(() -> newest(moment));
  }
}
