package attentionscope.figure.model;

import attentionscope.trace.Trace;

/** How a stack tells positions apart, as its run shows. */
enum Positions {
  ROTARY("figure.model.positions.rotary"),
  ALIBI("figure.model.positions.alibi"),
  BUCKETS("figure.model.positions.buckets"),
  LEARNED("figure.model.positions.learned"),
  FIXED("figure.model.positions.fixed"),
  NONE("figure.model.positions.none");

  private final String key;

  Positions(String key) {
    this.key = key;
  }

  /** The key of its text. */
  String key() {
    return key;
  }

  /**
   * @param side of the input: {@code source} or {@code target}
   * @param stack that reads it
   */
  static Positions of(Trace trace, String side, String stack) {
    if (has(trace, stack + ".**.turned")) {
      return ROTARY;
    }
    if (isMadeBy(trace, stack, "alibi")) {
      return ALIBI;
    }
    if (isMadeBy(trace, stack, "buckets")) {
      return BUCKETS;
    }
    if (has(trace, side + ".position.weight")) {
      return LEARNED;
    }
    return has(trace, side + ".position") ? FIXED : NONE;
  }

  private static boolean has(Trace trace, String glob) {
    return !trace.match(glob).isEmpty();
  }

  private static boolean isMadeBy(Trace trace, String stack, String kind) {
    return trace.match(stack + ".**.bias").stream().anyMatch(node -> node.op().kind().equals(kind));
  }
}
