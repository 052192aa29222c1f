package attentionscope.view;

import attentionscope.analysis.AttentionSite;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The head that is looked at.
 *
 * @param site its attention
 * @param head from 0
 */
public record FocusedHead(AttentionSite site, int head) {

  /** The head that the focus is in; else the one nearest on the path; empty without attention. */
  public static Optional<FocusedHead> of(Trace trace, Optional<Region> focus) {
    List<AttentionSite> sites = AttentionSite.of(trace);
    List<String> path =
        focus.map(region -> region.id().withoutFamilies().segments()).orElse(List.of());
    return sites.stream() // of equally near ones max takes the first
        .max(Comparator.comparingInt(site -> common(site.id().segments(), path)))
        .map(site -> new FocusedHead(site, head(site, path)));
  }

  /** {@code encoder.0.self.head.2}. */
  public TensorId id() {
    return site.head(head);
  }

  /** {@code encoder.0.self.head.2.weights}. */
  public TensorId weights() {
    return id().child("weights");
  }

  private static int common(List<String> site, List<String> path) {
    int common = 0;
    while (common < Math.min(site.size(), path.size())
        && site.get(common).equals(path.get(common))) {
      common++;
    }
    return common;
  }

  private static int head(AttentionSite site, List<String> path) {
    int at = site.id().segments().size();
    boolean inside =
        common(site.id().segments(), path) == at
            && path.size() > at + 1
            && path.get(at).equals("head")
            && path.get(at + 1).chars().allMatch(Character::isDigit);
    return inside ? Math.min(Integer.parseInt(path.get(at + 1)), site.heads() - 1) : 0;
  }
}
