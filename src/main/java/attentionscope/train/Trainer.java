package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.model.Predictor;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.Parameters;
import attentionscope.op.Gradients;
import attentionscope.tensor.Stock;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/**
 * Teaches a model, step by step. The same seed and the same batches give the same bits, whatever
 * the number of threads: a batch is always cut into the same parts, each part is a run of its own,
 * and the parts' gradients are added in order.
 */
public final class Trainer {

  private final Predictor model;
  private final Settings settings;
  private final Learned learned;
  private final List<Stock> stocks = new ArrayList<>();
  private int steps;

  /**
   * How to teach.
   *
   * @param loss what is made small
   * @param optimizer how parameters follow their gradients
   * @param schedule the learning rate
   * @param clip gradients are shortened together to at most this norm; 0 leaves them as they are
   * @param dropout the share of cells left out while learning
   * @param seed of what is left out
   * @param parts how many runs a batch is cut into, at least 1
   */
  public record Settings(
      Loss loss,
      Optimizer optimizer,
      Schedule schedule,
      double clip,
      double dropout,
      long seed,
      int parts) {}

  /**
   * What a step did.
   *
   * @param number counted from 1
   * @param loss mean over the batch, before the step
   * @param rate the learning rate
   * @param norm of all gradients together, before they were shortened
   */
  public record Step(int number, float loss, double rate, double norm) {}

  /**
   * @param beginning the parameters before the first step
   */
  public Trainer(Predictor model, Parameters beginning, Settings settings) {
    this.model = model;
    this.settings = settings;
    this.learned = new Learned(beginning, settings.optimizer());
  }

  /** The parameters as they are now, by id. */
  public Parameters parameters() {
    return learned;
  }

  /**
   * The parameters that runs have asked for, as they are now; the steps that follow leave these
   * matrices as they are.
   */
  public Map<TensorId, FMatrixRMaj> learned() {
    return learned.now();
  }

  /** How many steps have been taken. */
  public int steps() {
    return steps;
  }

  /**
   * Everything that the next steps depend on, parameters and what the optimizer remembers of them:
   * with {@link #resume} another trainer goes on from here.
   */
  public Map<TensorId, FMatrixRMaj> state() {
    return learned.state();
  }

  /**
   * Goes on where another trainer of the same model and settings stood.
   *
   * @param stepsTaken by then
   * @param state its {@link #state}
   */
  public void resume(int stepsTaken, Map<TensorId, FMatrixRMaj> state) {
    steps = stepsTaken;
    learned.restore(state);
  }

  /**
   * Takes one step.
   *
   * @throws Problem when a batch does not suit the model
   */
  public Step step(Batch batch) throws Problem {
    Gradient gradient = gradient(batch);
    steps++;
    double rate = settings.schedule().rate(steps);
    double norm = gradient.norm();
    Gradient used = settings.clip() > 0 ? gradient.clipped(norm, settings.clip()) : gradient;
    learned.step(used, rate, steps);
    return new Step(steps, gradient.loss(), rate, norm);
  }

  /**
   * The mean loss of a batch, with nothing left out and nothing learned.
   *
   * @throws Problem when the batch does not suit the model
   */
  public float loss(Batch batch) throws Problem {
    Graph graph = new Graph(Tape.plain(), learned);
    return settings.loss().of(graph, model.logits(graph, batch.input()), batch.targets()).at(0, 0);
  }

  /**
   * The gradient of a batch: of each part, weighted by how much of the batch it is, and added. Its
   * matrices are used again for the next one.
   */
  Gradient gradient(Batch batch) throws Problem {
    double weight = settings.loss().weight(batch.targets());
    List<InParallel.Work<Gradient>> parts = new ArrayList<>();
    int count = Math.min(settings.parts(), batch.samples());
    for (int part = 0; part < count; part++) {
      Batch own =
          batch.samples(batch.samples() * part / count, batch.samples() * (part + 1) / count);
      double share = settings.loss().weight(own.targets()) / weight;
      Graph.Dropping dropping =
          new Graph.Dropping(settings.dropout(), settings.seed() + (long) steps * count + part);
      if (stocks.size() == part) {
        stocks.add(new Stock());
      }
      Stock stock = stocks.get(part);
      if (share > 0) {
        parts.add(() -> stock.during(() -> part(own, (float) share, dropping)));
      }
    }
    return InParallel.all(parts).stream()
        .reduce(Gradient::plus)
        .orElseThrow(() -> new Problem("train.problem.nothing-counts"));
  }

  private Gradient part(Batch batch, float share, Graph.Dropping dropping) throws Problem {
    Tape tape = Tape.plain();
    Graph graph = new Graph(tape, learned, dropping);
    Node logits = model.logits(graph, batch.input());
    Node loss = settings.loss().of(graph, logits, batch.targets());
    FMatrixRMaj coefficient = new FMatrixRMaj(1, 1);
    coefficient.set(0, 0, share);
    Gradients.of(tape, Map.of(loss, coefficient));
    TreeMap<TensorId, FMatrixRMaj> gradients = new TreeMap<>();
    for (TensorId id : learned.ids()) {
      tape.find(id.in(Gradients.FAMILY)).ifPresent(node -> gradients.put(id, node.value()));
    }
    return new Gradient(loss.at(0, 0) * share, gradients);
  }
}
