package attentionscope.nn;

import attentionscope.trace.Node;
import java.util.List;

/**
 * What the queries of a stack see, the same in all its layers.
 *
 * @param mask (B·T_q) x T_k, added to the scores
 * @param places the positions of the queries, which are those of their own keys
 * @param padding for each key of each sample (B·T_k) whether it is padding; empty: none is
 */
public record Sight(Node mask, Places places, List<Boolean> padding) {

  public Sight {
    padding = List.copyOf(padding);
  }

  /** Positions count from 0, and none is padding but what the mask hides. */
  public static Sight of(Node mask) {
    return new Sight(mask, Places.COUNTED, List.of());
  }
}
