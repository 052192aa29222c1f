package attentionscope.tokenize.pipeline;

import java.util.List;

/**
 * What stands around every text.
 *
 * @param before ids in front
 * @param behind ids at the end
 */
public record Framing(List<Integer> before, List<Integer> behind) {
  public static final Framing NONE = new Framing(List.of(), List.of());
}
