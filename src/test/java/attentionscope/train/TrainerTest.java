package attentionscope.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.model.Predictor;
import attentionscope.model.Transformer;
import attentionscope.model.TransformerConfig;
import attentionscope.nn.Loss;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Activation;
import attentionscope.op.Sinusoid;
import attentionscope.trace.TensorId;
import attentionscope.train.task.Part;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TrainerTest {

  private static final long SEED = 5;
  private static final int BATCH = 32;

  private final Task reverse = new Tasks(ProgramFolder.find()).open("reverse");

  TrainerTest() throws Problem {}

  @Test
  void aTransformerLearnsToReverse() throws Problem {
    Predictor model = model(64);
    Trainer trainer = trainer(model, 0, 800);
    learn(trainer, model, 800);
    Examination found = Examination.of(model, trainer.parameters(), reverse, SEED, 200);
    assertEquals(200, found.right());
  }

  @Test
  void beforeItLearnsNothingIsRight() throws Problem {
    Predictor model = model(32);
    Trainer trainer = trainer(model, 0, 1);
    assertEquals(0, Examination.of(model, trainer.parameters(), reverse, SEED, 100).right());
  }

  @Test
  void theSameRunColdAndHotGivesTheSameBits() throws Problem {
    Map<TensorId, FMatrixRMaj> cold = learned(4, 0.1);
    for (int i = 0; i < 20; i++) {
      learned(4, 0.1);
    }
    assertSameBits(cold, learned(4, 0.1));
  }

  @Test
  void goingOnIsAsIfItHadNeverStopped() throws Problem {
    Predictor model = model(32);
    Trainer first = trainer(model, 0.1, 10);
    learn(first, model, 3);
    Trainer second = trainer(model, 0.1, 10);
    second.resume(first.steps(), first.state());
    learn(second, model, 3);
    assertSameBits(learned(6, 0.1), second.state());
  }

  @Test
  void anotherSeedLeavesOutOtherCells() throws Problem {
    Predictor model = model(32);
    Batch batch = new Batches(reverse, model).batch(SEED, 0, BATCH, Part.TRAIN);
    float one = trainer(model, 0.1, 10).step(batch).loss();
    float other =
        new Trainer(model, new SeededParameters(SEED), settings(0.1, 10, SEED + 1, 0))
            .step(batch)
            .loss();
    assertNotEquals(one, other);
  }

  @Test
  void clippedGradientsKeepTheirDirection() throws Problem {
    Predictor model = model(32);
    Batch batch = new Batches(reverse, model).batch(SEED, 0, BATCH, Part.TRAIN);
    Gradient whole = trainer(model, 0, 10).gradient(batch);
    Gradient clipped = whole.clipped(whole.norm(), whole.norm() / 4);
    assertEquals(whole.norm() / 4, clipped.norm(), 1e-6 * whole.norm());
    whole
        .byParameter()
        .forEach(
            (id, matrix) ->
                assertEquals(
                    matrix.get(0, 0) / 4, clipped.byParameter().get(id).get(0, 0), 1e-6, id::path));
  }

  @Test
  void theWarmUpIsThePapersFormula() {
    Schedule paper = new Schedule.WarmUp(1, 512, 4000);
    assertEquals(Math.pow(512, -0.5) * Math.pow(4000, -0.5), paper.rate(4000), 1e-12);
    assertEquals(paper.rate(4000) / 4, paper.rate(1000), 1e-12);
    assertEquals(paper.rate(4000) / 2, paper.rate(16000), 1e-12);
  }

  @Test
  void theCosineRisesFallsAndEndsAtZero() {
    Schedule cosine = new Schedule.Cosine(0.01, 10, 110);
    assertEquals(0.005, cosine.rate(5), 1e-12);
    assertEquals(0.01, cosine.rate(10), 1e-12);
    assertEquals(0.005, cosine.rate(60), 1e-12);
    assertEquals(0, cosine.rate(110), 1e-12);
  }

  @Test
  void plainDescentGoesAgainstTheGradientAndMomentumRemembers() {
    FMatrixRMaj at = new FMatrixRMaj(new float[][] {{1f, 2f}});
    FMatrixRMaj gradient = new FMatrixRMaj(new float[][] {{0.5f, -1f}});
    assertArrayEquals(
        new float[] {0.95f, 2.1f}, new Sgd(0).step(at, gradient, List.of(), 0.1, 1).data, 1e-6f);
    FMatrixRMaj velocity = new FMatrixRMaj(new float[][] {{1f, 0f}});
    assertArrayEquals(
        new float[] {0.86f, 2.1f},
        new Sgd(0.9f).step(at, gradient, List.of(velocity), 0.1, 2).data,
        1e-6f);
  }

  @Test
  void decayPullsParametersToZeroBesideTheStep() {
    FMatrixRMaj at = new FMatrixRMaj(new float[][] {{2f}});
    FMatrixRMaj nothing = new FMatrixRMaj(1, 1);
    List<FMatrixRMaj> memory = List.of(new FMatrixRMaj(1, 1), new FMatrixRMaj(1, 1));
    Adam decaying = new Adam(0.9f, 0.999f, 1e-8f, 0.5f);
    assertEquals(1.9f, decaying.step(at, nothing, memory, 0.1, 1).get(0, 0), 1e-6f);
  }

  private Map<TensorId, FMatrixRMaj> learned(int steps, double dropout) throws Problem {
    Predictor model = model(32);
    Trainer trainer = trainer(model, dropout, 10);
    learn(trainer, model, steps);
    return trainer.state();
  }

  private void learn(Trainer trainer, Predictor model, int steps) throws Problem {
    Batches batches = new Batches(reverse, model);
    for (int i = 0; i < steps; i++) {
      trainer.step(batches.batch(SEED, (long) trainer.steps() * BATCH, BATCH, Part.TRAIN));
    }
  }

  private static Trainer trainer(Predictor model, double dropout, int steps) {
    return new Trainer(model, new SeededParameters(SEED), settings(dropout, steps, SEED, 1));
  }

  private static Trainer.Settings settings(double dropout, int steps, long seed, double clip) {
    return new Trainer.Settings(
        new Loss(0, Batch.NOTHING, Optional.empty()),
        Adam.OF_THE_PAPER,
        new Schedule.Cosine(3e-3, 50, steps),
        clip,
        dropout,
        seed,
        2);
  }

  private Predictor model(int width) {
    TransformerConfig config =
        new TransformerConfig(
            1,
            1,
            width,
            4,
            width / 4,
            width / 4,
            2 * width,
            Activation.RELU,
            true,
            true,
            TransformerConfig.EPSILON,
            true,
            new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, TransformerConfig.BASE),
            reverse.sourceWords().size(),
            reverse.targetWords().size(),
            false,
            false,
            true,
            false);
    return new Transformer("reverse", config, new SeededParameters(SEED), reverse.targetWords());
  }

  private static void assertSameBits(
      Map<TensorId, FMatrixRMaj> expected, Map<TensorId, FMatrixRMaj> found) {
    assertEquals(expected.keySet(), found.keySet());
    assertTrue(expected.size() > 20);
    expected.forEach(
        (id, matrix) -> assertArrayEquals(bits(matrix), bits(found.get(id)), id::path));
  }

  private static int[] bits(FMatrixRMaj matrix) {
    int[] bits = new int[matrix.data.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(matrix.data[i]);
    }
    return bits;
  }
}
