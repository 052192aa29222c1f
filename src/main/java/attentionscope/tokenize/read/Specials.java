package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The special tokens of a vocabulary by what they read.
 *
 * @param file for what is said
 */
record Specials(Path file, Vocabulary vocabulary) {

  /** The id of a token that must be there. */
  int id(String token) throws Problem {
    return vocabulary
        .id(token)
        .orElseThrow(() -> new Problem("tokenize.problem.no-special", file, token));
  }

  /** Those that are there, to be found in texts. */
  List<Added> found(List<String> tokens) {
    List<Added> all = new ArrayList<>();
    for (String token : tokens) {
      OptionalInt id = vocabulary.id(token);
      if (id.isPresent()) {
        Added added = Added.special(id.getAsInt(), token);
        all.add(token.equals("<mask>") ? added.takingLeft() : added);
      }
    }
    return all;
  }
}
