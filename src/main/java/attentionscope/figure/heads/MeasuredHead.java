package attentionscope.figure.heads;

import attentionscope.analysis.AttentionSite;
import attentionscope.analysis.HeadMeasures;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.workspace.HeadsLook.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A head with what its weights are like.
 *
 * @param site its attention
 * @param number from 0
 * @param weights (B·T_q) x T_k
 * @param measures empty where no query has anything to look at
 */
public record MeasuredHead(
    AttentionSite site, int number, Node weights, Optional<HeadMeasures> measures) {

  /** All heads of a group that the run holds, layer by layer. */
  public static List<MeasuredHead> of(Trace trace, HeadGroup group) {
    List<MeasuredHead> heads = new ArrayList<>();
    for (AttentionSite site : group.layers()) {
      for (int number = 0; number < site.heads(); number++) {
        int head = number;
        HeadGroup.weights(trace, site, head)
            .ifPresent(
                weights ->
                    heads.add(
                        new MeasuredHead(site, head, weights, HeadMeasures.of(trace, site, head))));
      }
    }
    return heads;
  }

  /** Layer and head: {@code 1.3}. */
  String label() {
    return site.layer() + "." + number;
  }

  /** The order by which these heads can be laid out that is nearest to the one asked for. */
  public static Order nearest(List<MeasuredHead> heads, Order wanted) {
    boolean measured = heads.stream().anyMatch(head -> head.measure(wanted).isPresent());
    return measured || wanted == Order.LAYER ? wanted : Order.ENTROPY;
  }

  /** What an order goes by. */
  public OptionalDouble measure(Order order) {
    if (measures.isEmpty()) {
      return OptionalDouble.empty();
    }
    HeadMeasures all = measures.get();
    return switch (order) {
      case LAYER, ENTROPY -> OptionalDouble.of(all.entropy());
      case DISTANCE -> all.distance();
      case PREVIOUS -> all.previous();
      case FIRST -> OptionalDouble.of(all.first());
      case INDUCTION -> all.induction();
    };
  }
}
