package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Past;
import attentionscope.op.Softmax;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A run that is continued token by token. Each step is a trace of the new rows alone; keys and
 * values of what was read before are taken from the steps before, the nodes {@code
 * …self.head.0.k.cache} and {@code …v.cache} ({@code …k.turned.cache} with rotary positions), which
 * {@code …k.all} puts before the new ones; {@code …cross.head.0.k.cache} is all that the decoder
 * asks of the source after the first step.
 *
 * <p>All sums run in the same order as in a run at once, so all rows have the same bits. A step
 * never changes: several others may continue it. Where there is one sample, keys and values are not
 * copied from step to step but are windows on the same floats.
 */
public final class CachedRun {

  private final Predictor model;
  private final ModelInput input;
  private final Past past;
  private final Tokens read;
  private final Trace trace;

  private CachedRun(Predictor model, ModelInput input, Past past, Tokens read, Trace trace) {
    this.model = model;
    this.input = input;
    this.past = past;
    this.read = read;
    this.trace = trace;
  }

  /**
   * The first step.
   *
   * @param model of which {@link Predictor#remembers} is true
   * @param input what is read first: the beginning, or the source and what the decoder begins with
   */
  public static CachedRun begin(Predictor model, ModelInput input) throws Problem {
    return begin(model, input, Watcher.NOBODY);
  }

  /** As {@link #begin(Predictor, ModelInput)}, with somebody who looks on. */
  public static CachedRun begin(Predictor model, ModelInput input, Watcher watcher) throws Problem {
    if (!model.remembers()) {
      throw new IllegalArgumentException(model.name() + " reads everything at once");
    }
    return step(model, input, Past.none(), watcher);
  }

  /** One token more for each sample. */
  public CachedRun next(List<Integer> tokens) throws Problem {
    return next(IntStream.range(0, tokens.size()).boxed().toList(), tokens);
  }

  /**
   * One token more for the only sample.
   *
   * @param label what the token is called
   */
  public CachedRun next(int token, String label) throws Problem {
    return next(List.of(0), Tokens.of(List.of(token), List.of(label)));
  }

  /**
   * One token more for chosen samples.
   *
   * @param continued for each sample from now on which one of this step it continues; one may be
   *     continued in several ways, or not at all
   * @param tokens the token that each reads now
   */
  public CachedRun next(List<Integer> continued, List<Integer> tokens) throws Problem {
    return next(
        continued,
        Tokens.unlabelled(tokens.size(), tokens, Collections.nCopies(tokens.size(), false)));
  }

  private CachedRun next(List<Integer> continued, Tokens tokens) throws Problem {
    Tokens now = tokens.at(places(continued));
    ModelInput next =
        model.readsTarget()
            ? new ModelInput(input.source().chosen(continued), Optional.of(now), input.typed())
            : new ModelInput(now, Optional.empty(), input.typed());
    Axis rows = read.axis(Axis.Role.TARGET_TOKENS);
    return step(model, next, past.after(rows, read.padding(), continued), Watcher.NOBODY);
  }

  /** Where positions are given, they go on from there. */
  private List<Integer> places(List<Integer> continued) {
    if (read.places().isEmpty()) {
      return List.of();
    }
    int length = read.length();
    return continued.stream()
        .map(sample -> read.places().get((sample + 1) * length - 1) + 1)
        .toList();
  }

  private static CachedRun step(Predictor model, ModelInput input, Past past, Watcher watcher)
      throws Problem {
    Provenance provenance =
        new Provenance(model.name(), model.parameters().origin(), input.typed(), List.of());
    Tape tape = new Tape(provenance, watcher);
    Graph graph = new Graph(tape, model.parameters(), Graph.Dropping.NOTHING, Optional.of(past));
    Node logits = model.logits(graph, input);
    graph.record(
        TensorId.of("probabilities"), new Softmax(), logits.rows(), logits.columns(), logits);
    Tokens read = model.readsTarget() ? input.target().orElseThrow() : input.source();
    return new CachedRun(model, input, past, read, tape.finish(provenance));
  }

  /** What this step has computed. */
  public Trace trace() {
    return trace;
  }

  /** The keys and values that the next step will not compute anew. */
  public List<Past.Matrix> kept() {
    return past.kept();
  }

  /** The scores of the next token, a row a sample. */
  public FMatrixRMaj logits() {
    FMatrixRMaj all = trace.find(TensorId.of("logits")).orElseThrow().value();
    int samples = read.samples();
    int length = read.length();
    if (length == 1) {
      return all;
    }
    FMatrixRMaj last = new FMatrixRMaj(samples, all.numCols);
    for (int sample = 0; sample < samples; sample++) {
      int from = (sample * length + length - 1) * all.numCols;
      System.arraycopy(all.data, from, last.data, sample * all.numCols, all.numCols);
    }
    return last;
  }
}
