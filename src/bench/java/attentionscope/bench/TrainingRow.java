package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.op.Gradients;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import attentionscope.train.Adam;
import attentionscope.train.Batch;
import attentionscope.train.Schedule;
import attentionscope.train.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One step of learning: forwards, cross-entropy, backwards, Adam; on the other side by autograd and
 * torch.optim.Adam's arithmetic, tensor by tensor.
 */
abstract class TrainingRow implements Row {

  private static final float RATE = 1e-3f;

  private final Predictor model;
  private final ModelInput input;
  private final List<Integer> targets;
  private final Trainer trainer;
  private final NDManager manager = Torch.manager();
  private final TorchParameters torch;

  TrainingRow(Predictor model, ModelInput input, List<Integer> targets) throws Problem {
    this.model = model;
    this.input = input;
    this.targets = targets;
    trainer =
        new Trainer(
            model,
            model.parameters(),
            new Trainer.Settings(
                Loss.ignoring(-1), Adam.USUAL, new Schedule.Constant(RATE), 0, 0, 1, 2));
    torch = new TorchParameters(manager, model.run(input, List.of()), true);
  }

  /** So many samples of random tokens. */
  static Tokens tokens(int samples, int seed, int vocabulary, int length) {
    Random random = new Random(seed);
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < samples * length; i++) {
      ids.add(random.nextInt(vocabulary));
    }
    return Tokens.unlabelled(samples, ids, Collections.nCopies(ids.size(), false));
  }

  Predictor model() {
    return model;
  }

  ModelInput input() {
    return input;
  }

  TorchParameters torch() {
    return torch;
  }

  /** The peer's logits, B x T x vocabulary. */
  abstract NDArray logits(NDManager run);

  @Override
  public Object ours() throws Problem {
    return trainer.step(new Batch(input, targets));
  }

  @Override
  public void peer() {
    peerGradients();
    torch.adam(RATE);
  }

  /** Forwards and backwards; answers the loss. */
  private float peerGradients() {
    try (NDManager run = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray loss = loss(run, logits(run));
      collector.backward(loss);
      return loss.getFloat();
    }
  }

  /** F.cross_entropy. */
  private NDArray loss(NDManager run, NDArray logits) {
    long words = logits.getShape().get(2);
    long[] ids = targets.stream().mapToLong(Integer::longValue).toArray();
    NDArray expected = then(run.create(ids, new Shape(ids.length, 1)), NDArray::duplicate);
    NDArray likely = then(then(logits, x -> x.reshape(-1, words)), x -> x.logSoftmax(1));
    return then(then(then(likely, x -> x.gather(expected, 1)), NDArray::mean), NDArray::neg);
  }

  @Override
  public void compare() throws Problem {
    Tape tape = Tape.plain();
    Graph graph = new Graph(tape, model.parameters());
    Node loss = Loss.ignoring(-1).of(graph, model.logits(graph, input), targets);
    Gradients.of(tape, loss);
    Trace trace =
        tape.finish(new Provenance(model.name(), model.parameters().origin(), "", List.of()));
    float peers = peerGradients();
    DifferentResults.check("loss", loss.value().data, new float[] {peers});
    torch.compareGradients(trace);
    for (int step = 0; step < 3; step++) {
      float ours = trainer.step(new Batch(input, targets)).loss();
      float theirs = peerGradients();
      DifferentResults.check("loss of step " + step, new float[] {ours}, new float[] {theirs});
      torch.adam(RATE);
    }
  }
}
