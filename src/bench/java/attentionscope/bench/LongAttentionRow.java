package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import attentionscope.op.Linear;
import attentionscope.tensor.Attention;
import attentionscope.tensor.Block;
import java.util.List;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.RandomMatrices_FDRM;

/**
 * One layer of self-attention over a long text, of which one head's weights are kept. Ours computes
 * the other heads' some rows at a time; the peer does the same head by head, in whole matrices.
 */
final class LongAttentionRow implements Row {

  private static final int TOKENS = 4096;
  private static final int WIDTH = 768;
  private static final int HEADS = 12;
  private static final int D_K = WIDTH / HEADS;
  private static final int KEPT = 3;

  private final FMatrixRMaj x = random(TOKENS, WIDTH, 1, 1);
  private final FMatrixRMaj in = random(WIDTH, 3 * WIDTH, 2, 0.05f);
  private final FMatrixRMaj inBias = random(1, 3 * WIDTH, 3, 0.05f);
  private final FMatrixRMaj out = random(WIDTH, WIDTH, 4, 0.05f);
  private final FMatrixRMaj outBias = random(1, WIDTH, 5, 0.05f);

  private final NDManager manager = Torch.manager();
  private final NDArray torchX = Torch.own(manager, x.data, new Shape(1, TOKENS, WIDTH));
  private final TorchProjection torchIn = projection(in, inBias);
  private final TorchProjection torchOut = projection(out, outBias);
  private final NDArray scale =
      Torch.own(manager, new float[] {(float) (1 / Math.sqrt(D_K))}, new Shape());

  /** What is kept. */
  private record Kept(FMatrixRMaj weights, FMatrixRMaj output) {}

  private static FMatrixRMaj random(int rows, int columns, int seed, float size) {
    return RandomMatrices_FDRM.rectangle(rows, columns, -size, size, new Random(seed));
  }

  private TorchProjection projection(FMatrixRMaj weight, FMatrixRMaj bias) {
    return new TorchProjection(
        Torch.tensor(manager, CommonOps_FDRM.transpose(weight, null)),
        Torch.own(manager, bias.data, new Shape(bias.numCols)));
  }

  @Override
  public Object ours() {
    Linear linear = new Linear(false);
    Block all = Block.of(linear.forward(List.of(x, in, inBias))); // T x 3·d
    FMatrixRMaj concat = new FMatrixRMaj(TOKENS, WIDTH);
    FMatrixRMaj weights = new FMatrixRMaj(TOKENS, TOKENS);
    float divisor = (float) Math.sqrt(D_K);
    for (int head = 0; head < HEADS; head++) {
      int at = head * D_K;
      Block q = all.columns(at, at + D_K);
      Block k = all.columns(WIDTH + at, WIDTH + at + D_K);
      Block v = all.columns(2 * WIDTH + at, 2 * WIDTH + at + D_K);
      if (head == KEPT) {
        Attention.weights(q, k, divisor, weights);
      }
      Attention.output(q, k, v, divisor, Block.of(concat).columns(at, at + D_K));
    }
    return new Kept(weights, linear.forward(List.of(concat, out, outBias)));
  }

  @Override
  public void peer() {
    try (NDManager run = manager.newSubManager()) {
      peer(run);
    }
  }

  /** The kept weights and the output. */
  private NDList peer(NDManager run) {
    NDArray input = torchX.duplicate();
    input.attach(run);
    NDArray joined;
    NDArray kept = input;
    try (NDArray all = torchIn.apply(input)) {
      NDList parts = all.reshape(TOKENS, 3 * HEADS, D_K).transpose(1, 0, 2).split(3, 0);
      NDArray q = parts.get(0).mul(scale); // h x T x d_k
      NDArray keys = parts.get(1).transpose(0, 2, 1);
      NDArray v = parts.get(2);
      NDList outputs = new NDList();
      for (int head = 0; head < HEADS; head++) {
        NDArray scores = q.get(head).matMul(keys.get(head));
        NDArray weights = then(scores, s -> s.softmax(-1));
        outputs.add(weights.matMul(v.get(head)));
        if (head == KEPT) {
          kept = weights;
        } else {
          weights.close();
        }
      }
      joined = NDArrays.concat(outputs, 1);
    }
    return new NDList(kept, then(joined, torchOut::apply));
  }

  @Override
  public void compare() {
    Kept ours = (Kept) ours();
    try (NDManager run = manager.newSubManager()) {
      NDList theirs = peer(run);
      DifferentResults.check(
          "weights of one head", ours.weights.data, theirs.get(0).toFloatArray());
      DifferentResults.check("output", ours.output.data, theirs.get(1).toFloatArray());
    }
  }
}
