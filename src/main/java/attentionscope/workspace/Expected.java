package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.Tokens;
import java.util.List;
import java.util.Optional;

/** What a decoder should say: the target that was typed. */
public final class Expected {

  private Expected() {}

  /** Its words, without what stands before them; none where nothing was typed, or no decoder is. */
  public static List<String> words(OpenedModel opened, Typed typed) {
    if (typed.target().isBlank()) {
      return List.of();
    }
    try {
      Optional<Tokens> read = opened.readTarget(typed.target());
      return read.map(tokens -> tokens.labels().subList(1, tokens.labels().size()))
          .orElse(List.of());
    } catch (Problem unknownWord) {
      // the run itself, which reads the same, has said so
      return List.of();
    }
  }
}
