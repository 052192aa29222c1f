package attentionscope.view;

import java.util.Optional;

/**
 * Something that is worked at and may take a while.
 *
 * @param opening what is being opened; empty where the run is computed
 */
public record Busy(Optional<String> opening) {
  public static final Busy COMPUTING = new Busy(Optional.empty());
}
