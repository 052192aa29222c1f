package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The head whose newest row is looked at.
 *
 * @param site its attention, one of those that tokens being written ask
 * @param head from 0
 * @param weights of that head
 */
public record Watched(AttentionSite site, int head, Node weights) {

  /**
   * The head that was chosen; where there is none of that name, the first that looks at a source,
   * or else the first there is. Empty where nothing written asks an attention.
   */
  public static Optional<Watched> of(Trace trace, Optional<TensorId> chosen) {
    List<AttentionSite> sites = sites(trace);
    Optional<Watched> named =
        sites.stream()
            .flatMap(site -> all(trace, site).stream())
            .filter(one -> chosen.filter(one.id()::equals).isPresent())
            .findFirst();
    return named
        .or(
            () ->
                sites.stream()
                    .filter(site -> site.kind() == AttentionSite.Kind.CROSS)
                    .findFirst()
                    .flatMap(site -> of(trace, site, 0)))
        .or(() -> sites.stream().findFirst().flatMap(site -> of(trace, site, 0)));
  }

  /** The attentions of the stack that writes. */
  static List<AttentionSite> sites(Trace trace) {
    return AttentionSite.of(trace).stream().filter(site -> site.stack().equals("decoder")).toList();
  }

  /** Every head of an attention whose weights the run has kept. */
  static List<Watched> all(Trace trace, AttentionSite site) {
    return IntStream.range(0, site.heads())
        .mapToObj(head -> of(trace, site, head))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Watched> of(Trace trace, AttentionSite site, int head) {
    return trace
        .find(site.head(head).child("weights"))
        .map(weights -> new Watched(site, head, weights));
  }

  /** {@code decoder.0.self.head.2}. */
  public TensorId id() {
    return site.head(head);
  }

  /** The row of the newest token. */
  int row() {
    return weights.value().numRows - 1;
  }

  /** How many keys it looks at. */
  int keys() {
    return weights.value().numCols;
  }

  /** How much it looks at a key. */
  float weight(int key) {
    return weights.at(row(), key);
  }

  /** The key it looks at most. */
  int most() {
    int most = 0;
    for (int key = 1; key < keys(); key++) {
      most = weight(key) > weight(most) ? key : most;
    }
    return most;
  }
}
