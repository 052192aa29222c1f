package attentionscope.bench;

import ai.djl.ndarray.NDArray;
import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.util.Arrays;
import java.util.List;

/** Attention weights of both sides. */
final class Heads {

  private Heads() {}

  /**
   * Compares every head of every attention.
   *
   * @param weights one sample's, h x T_q x T_k each, in the order of the sites
   */
  static void check(Trace trace, List<AttentionSite> sites, List<NDArray> weights) throws Problem {
    for (int i = 0; i < sites.size(); i++) {
      AttentionSite site = sites.get(i);
      float[] all = weights.get(i).toFloatArray();
      int cells = all.length / site.heads();
      for (int head = 0; head < site.heads(); head++) {
        Node ours = trace.get(site.head(head).child("weights"));
        float[] theirs = Arrays.copyOfRange(all, head * cells, (head + 1) * cells);
        DifferentResults.check(ours.id().path(), ours.value().data, theirs);
      }
    }
  }
}
