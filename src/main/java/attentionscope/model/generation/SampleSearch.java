package attentionscope.model.generation;

import attentionscope.model.generation.NextTokens.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ejml.data.FMatrixRMaj;

/** The beam search over one of several prompts. */
final class SampleSearch {

  /** A hypothesis that is to be continued; {@code number} is empty for the prompt itself. */
  private record Open(OptionalInt number, List<Integer> tokens, float sum, int row) {}

  private final Rules rules;
  private final BeamPlan plan;
  private final int sample;
  private final List<Integer> prompt;
  private final List<Hypothesis> tree;
  private final List<Searched.Step> steps = new ArrayList<>();
  private final Finished finished;
  private List<Open> open;
  private int asked;
  private boolean done;

  /**
   * @param tree of all samples; hypotheses are added to it
   */
  SampleSearch(
      Rules rules, BeamPlan plan, int sample, List<Integer> prompt, List<Hypothesis> tree) {
    this.rules = rules;
    this.plan = plan;
    this.sample = sample;
    this.prompt = prompt;
    this.tree = tree;
    finished = new Finished(plan.beams());
    open = List.of(new Open(OptionalInt.empty(), prompt, 0f, 0));
  }

  int sample() {
    return sample;
  }

  boolean isDone() {
    return done;
  }

  /** How many sequences were asked for at the last step. */
  int count() {
    return asked;
  }

  /** The sequences that are to be continued. */
  List<Sequence> asked() {
    return open.stream().map(one -> new Sequence(sample, one.row, one.tokens)).toList();
  }

  /**
   * One token more.
   *
   * @param step how many tokens have been written
   * @param first the row of the first sequence that this one asked for
   */
  void step(int step, int first, FMatrixRMaj logits) {
    asked = open.size();
    Best best = new Best(Math.max(2, 1 + rules.ends().size()) * plan.beams());
    List<float[]> logs = new ArrayList<>();
    for (int beam = 0; beam < open.size(); beam++) {
      float[] scores = Probabilities.logSoftmax(Probabilities.row(logits, first + beam));
      rules.apply(scores, open.get(beam).tokens, step);
      logs.add(scores);
      best.offer(beam, scores, open.get(beam).sum);
    }
    List<Open> kept = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Best.Candidate> candidates = best.inOrder();
    for (int rank = 0; rank < candidates.size(); rank++) {
      Best.Candidate candidate = candidates.get(rank);
      Open parent = open.get(candidate.beam());
      float log = logs.get(candidate.beam())[candidate.token()];
      Hypothesis hypothesis = hypothesis(parent, step, candidate, log);
      numbers.add(hypothesis.number());
      if (kept.size() == plan.beams()) {
        tree.add(hypothesis);
      } else if (!rules.isEnd(candidate.token())) {
        tree.add(hypothesis.with(Hypothesis.Fate.ALIVE));
        kept.add(
            new Open(
                OptionalInt.of(hypothesis.number()),
                WordByWord.with(parent.tokens, candidate.token()),
                candidate.sum(),
                first + candidate.beam()));
      } else if (rank < plan.beams()) {
        double score = hypothesis.normalized();
        tree.add(hypothesis.with(Hypothesis.Fate.FINISHED).with(score));
        finished.add(new Finished.Entry(hypothesis.number(), parent.tokens, score));
      } else {
        tree.add(hypothesis);
      }
    }
    open = kept;
    float reached = candidates.isEmpty() ? Float.NEGATIVE_INFINITY : candidates.getFirst().sum();
    double attainable = plan.attainable(reached, prompt.size(), step + 1, rules.most());
    done = kept.isEmpty() || isSettled(attainable);
    List<Integer> ended = finished.best(plan.beams()).stream().map(Finished.Entry::number).toList();
    steps.add(new Searched.Step(sample, step, numbers, ended, attainable, done));
  }

  /** What each step kept. */
  List<Searched.Step> steps() {
    return steps;
  }

  private Hypothesis hypothesis(Open parent, int step, Best.Candidate candidate, float log) {
    boolean ends = rules.isEnd(candidate.token());
    return new Hypothesis(
        tree.size(),
        parent.number,
        sample,
        step,
        candidate.token(),
        log,
        candidate.sum(),
        plan.score(candidate.sum(), prompt.size(), ends ? step : step + 1, ends),
        Hypothesis.Fate.DROPPED,
        OptionalDouble.empty());
  }

  private boolean isSettled(double attainable) {
    return finished.isFull()
        && (plan.stopping() == BeamPlan.Stopping.EARLY || finished.worst().score() >= attainable);
  }

  /** No token more may be written: what is open counts as it is. */
  void end() {
    if (done) {
      return;
    }
    for (Open one : open) {
      int number = one.number.orElseThrow();
      double score = tree.get(number).normalized();
      tree.set(number, tree.get(number).with(score));
      finished.add(new Finished.Entry(number, one.tokens, score));
    }
    done = true;
  }

  /** The answers, the best first. */
  List<Finished.Entry> best() {
    return finished.best(plan.returned());
  }
}
