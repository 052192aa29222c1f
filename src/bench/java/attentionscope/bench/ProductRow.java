package attentionscope.bench;

import attentionscope.tensor.Block;
import attentionscope.tensor.Products;
import java.util.Random;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_MT_FDRM;
import org.ejml.dense.row.RandomMatrices_FDRM;

/** A bare matrix product, as large as a projection of GPT-2's feed-forward. */
final class ProductRow implements Row {

  private final FMatrixRMaj a = RandomMatrices_FDRM.rectangle(64, 768, new Random(1));
  private final FMatrixRMaj b = RandomMatrices_FDRM.rectangle(768, 3072, new Random(2));
  private final FMatrixRMaj ours = new FMatrixRMaj(64, 3072);
  private final FMatrixRMaj peers = new FMatrixRMaj(64, 3072);

  @Override
  public Object ours() {
    Products.multiply(Block.of(a), Block.of(b), Block.of(ours));
    return ours;
  }

  @Override
  public void peer() {
    CommonOps_MT_FDRM.mult(a, b, peers);
  }

  @Override
  public void compare() {
    ours();
    peer();
    DifferentResults.check("product", ours.data, peers.data);
  }
}
