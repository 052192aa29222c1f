package attentionscope.analysis;

import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One attention of a run, such as {@code encoder.0.self} or {@code decoder.1.cross}; in a recurrent
 * model {@code decoder.attention}, which is its own only head.
 *
 * @param id of the attention
 * @param stack {@code encoder} or {@code decoder}
 * @param layer from 0
 * @param kind where its keys are from
 * @param heads how many heads it has
 */
public record AttentionSite(TensorId id, String stack, int layer, Kind kind, int heads) {

  /** The last part of the id of an attention without numbered heads. */
  private static final String ONLY_HEAD = "attention";

  /** Where the keys are from. */
  public enum Kind {
    SELF,
    CROSS
  }

  /** Every attention of a run, in the order of computing. */
  public static List<AttentionSite> of(Trace trace) {
    Map<String, Integer> heads = new LinkedHashMap<>();
    for (Node node : trace.match("*.*.*.head.*.weights")) {
      String path = node.id().path();
      heads.merge(path.substring(0, path.indexOf(".head.")), 1, Integer::sum);
    }
    for (Node node : trace.match("*." + ONLY_HEAD + ".weights")) {
      String path = node.id().path();
      heads.put(path.substring(0, path.lastIndexOf('.')), 1);
    }
    List<AttentionSite> sites = new ArrayList<>();
    heads.forEach(
        (path, count) -> {
          TensorId id = TensorId.of(path);
          List<String> segments = id.segments();
          if (id.leaf().equals(ONLY_HEAD)) {
            sites.add(new AttentionSite(id, segments.get(0), 0, Kind.CROSS, count));
            return;
          }
          Kind kind = segments.get(2).equals("cross") ? Kind.CROSS : Kind.SELF;
          int layer = Integer.parseInt(segments.get(1));
          sites.add(new AttentionSite(id, segments.get(0), layer, kind, count));
        });
    return sites;
  }

  /** The id of a head: {@code encoder.0.self.head.2}. */
  public TensorId head(int head) {
    return id.leaf().equals(ONLY_HEAD) ? id : id.child("head").child(head);
  }

  /** Whether a matrix belongs to one of the heads. */
  public boolean holds(TensorId matrix) {
    String heads = id.leaf().equals(ONLY_HEAD) ? "." : ".head.";
    return matrix.path().startsWith(id.path() + heads);
  }
}
