package attentionscope.figure.heads;

import attentionscope.analysis.AttentionSite;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attentions of one kind, a layer each: all self-attentions of the encoder, say.
 *
 * @param stack {@code encoder} or {@code decoder}
 * @param kind where the keys are from
 * @param layers from the first, as computed
 */
@BuildsKeys("figure.heads.")
public record HeadGroup(String stack, AttentionSite.Kind kind, List<AttentionSite> layers) {

  public HeadGroup {
    layers = List.copyOf(layers);
  }

  private record Name(String stack, AttentionSite.Kind kind) {}

  /** All of a run, in the order of computing. */
  public static List<HeadGroup> of(Trace trace) {
    Map<Name, List<AttentionSite>> groups = new LinkedHashMap<>();
    for (AttentionSite site : AttentionSite.of(trace)) {
      groups.computeIfAbsent(new Name(site.stack(), site.kind()), n -> new ArrayList<>()).add(site);
    }
    List<HeadGroup> all = new ArrayList<>();
    groups.forEach((name, layers) -> all.add(new HeadGroup(name.stack(), name.kind(), layers)));
    return all;
  }

  /** The most heads a layer has. */
  public int heads() {
    return layers.stream().mapToInt(AttentionSite::heads).max().orElse(0);
  }

  /** What the attentions of a site's kind are called: {@code Encoder self-attention}. */
  public static String name(AttentionSite site, Texts texts) {
    return texts.get("figure.heads." + key(site.stack(), site.kind()));
  }

  /** The key of its name. */
  public String key() {
    return key(stack, kind);
  }

  private static String key(String stack, AttentionSite.Kind kind) {
    return stack + "." + (kind == AttentionSite.Kind.CROSS ? "cross" : "self");
  }

  /** All weights of it that the run holds. */
  List<Node> weights(Trace trace) {
    List<Node> nodes = new ArrayList<>();
    for (AttentionSite site : layers) {
      for (int head = 0; head < site.heads(); head++) {
        weights(trace, site, head).ifPresent(nodes::add);
      }
    }
    return nodes;
  }

  static Optional<Node> weights(Trace trace, AttentionSite site, int head) {
    return trace.find(site.head(head).child("weights"));
  }

  /** Whether a matrix belongs to one of its heads. */
  public boolean holds(TensorId id) {
    return layers.stream().anyMatch(site -> site.holds(id));
  }
}
