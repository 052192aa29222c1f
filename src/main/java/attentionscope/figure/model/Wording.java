package attentionscope.figure.model;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Frame;
import attentionscope.figure.model.ModelParts.Sublayer;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.Optional;

/** What parts of a model are called, with their sizes. */
@BuildsKeys("figure.model.part.")
final class Wording {

  private static final String PART = "figure.model.part.";

  private Wording() {}

  static String parameters(long count, Frame frame) {
    return frame.text("figure.model.parameters", Numbers.grouped(count));
  }

  /** Its word in ids where it has no other name. */
  static String sublayer(TensorId id, Frame frame) {
    String key = PART + id.leaf();
    return frame.texts().has(key) ? frame.text(key) : id.leaf();
  }

  /** Heads that share keys and values say so (Ainslie et al. 2023). */
  static String attention(AttentionSite site, Trace trace, Frame frame) {
    String name = sublayer(site.id(), frame);
    Optional<Node> queries = trace.find(site.id().child("q"));
    Optional<Node> keys = trace.find(site.id().child("k"));
    int ofQueries = queries.map(node -> node.columns().size()).orElse(0);
    int ofKeys = keys.map(node -> node.columns().size()).orElse(ofQueries);
    if (ofKeys < ofQueries) {
      int groups = Math.max(1, site.heads() * ofKeys / ofQueries);
      return frame.text("figure.model.grouped", name, site.heads(), groups);
    }
    return frame.text("figure.model.heads", name, site.heads());
  }

  /** {@code feed-forward 64 → 172 → 64}. */
  static String feedForward(Sublayer part, Frame frame) {
    String name = sublayer(part.id(), frame);
    Optional<Node> hidden = part.find("hidden");
    Optional<Node> output = part.find("output");
    if (hidden.isEmpty() || output.isEmpty()) {
      return name;
    }
    int width = output.get().columns().size();
    String key = part.find("gate").isPresent() ? "figure.model.gated" : "figure.model.sizes";
    return frame.text(
        key,
        name,
        Numbers.grouped(width),
        Numbers.grouped(hidden.get().columns().size()),
        Numbers.grouped(width));
  }
}
