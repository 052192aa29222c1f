package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Resting;
import attentionscope.op.RowOrder;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A batch of sequences as a recurrent network reads it: step after step, at each step one token of
 * every sample. A step's matrices have a row a sample, called by the token that is read there.
 *
 * <p>Elsewhere rows stand sample after sample (B·T); here, for all steps at once, step after step
 * (T·B), so that a step's rows are neighbours.
 *
 * @param tokens the sequences, sample after sample
 * @param padding for each token whether it only fills up; padding stands after the tokens
 * @param reversed whether each sample is read from its own last token to its first (Sutskever et
 *     al. 2014, section 3.3)
 */
public record Timeline(Axis tokens, List<Boolean> padding, boolean reversed) {

  public Timeline {
    padding = List.copyOf(padding);
    if (padding.size() != tokens.size()) {
      throw new IllegalArgumentException(
          padding.size() + " paddings for " + tokens.size() + " tokens");
    }
  }

  /** Steps all of which hold a token for every sample. */
  public static Timeline full(Axis tokens) {
    return new Timeline(
        tokens, IntStream.range(0, tokens.size()).mapToObj(i -> false).toList(), false);
  }

  public int samples() {
    return tokens.samples();
  }

  public int steps() {
    return tokens.length();
  }

  /** How many tokens a sample has without its padding. */
  int length(int sample) {
    int length = steps();
    while (length > 0 && padding.get(sample * steps() + length - 1)) {
      length--;
    }
    return length;
  }

  /** The rows of a step's matrices: a sample each. */
  Axis step(int step) {
    return rows(samples(), 1, IntStream.range(0, samples()).map(sample -> token(step, sample)));
  }

  /** The samples that have no token at a step. */
  Resting resting(int step) {
    return new Resting(
        IntStream.range(0, samples())
            .mapToObj(sample -> padding.get(token(step, sample)))
            .toList());
  }

  /** All rows, step after step. With several samples each step is a part of its own. */
  Axis bySteps() {
    return samples() == 1 ? rows(1, steps(), order()) : rows(steps(), samples(), order());
  }

  private Axis rows(int samples, int length, IntStream rows) {
    List<String> labels =
        tokens.labels().isEmpty() ? List.of() : rows.mapToObj(tokens.labels()::get).toList();
    return new Axis(tokens.role(), tokens.part(), samples, length, labels);
  }

  /** The token that is read at a step: its row, where rows stand sample after sample. */
  private int token(int step, int sample) {
    int length = length(sample);
    return sample * steps() + (reversed && step < length ? length - 1 - step : step);
  }

  /** For each row, step after step, the row it is, sample after sample. */
  private IntStream order() {
    return IntStream.range(0, tokens.size()).map(row -> token(row / samples(), row % samples()));
  }

  private boolean isSameOrder() {
    return !reversed && (samples() == 1 || steps() == 1);
  }

  /** Rows brought from sample after sample to step after step; nothing is done where both agree. */
  Node bySteps(Graph graph, TensorId id, Node x) throws Problem {
    return isSameOrder() ? x : graph.record(id, toSteps(), bySteps(), x.columns(), x);
  }

  private RowOrder toSteps() {
    return new RowOrder(order().boxed().toList(), tokens.size());
  }

  /** Rows brought back to sample after sample; nothing is done where both agree. */
  Node bySamples(Graph graph, TensorId id, Node x) throws Problem {
    return isSameOrder() ? x : graph.record(id, toSteps().inverse(), tokens, x.columns(), x);
  }

  /** As {@link #bySamples}, but a matrix of its own in any case. */
  Node states(Graph graph, TensorId id, Node x) throws Problem {
    return graph.record(id, toSteps().inverse(), tokens, x.columns(), x);
  }

  /** Rows brought back to sample after sample, with zeros where there is padding. */
  Node withoutPadding(Graph graph, TensorId id, Node x) throws Problem {
    List<Integer> from = new ArrayList<>(toSteps().inverse().from());
    for (int row = 0; row < from.size(); row++) {
      if (padding.get(row)) {
        from.set(row, RowOrder.ZERO);
      }
    }
    return graph.record(id, new RowOrder(from, tokens.size()), tokens, x.columns(), x);
  }
}
