package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.Tokenizer.Token;
import java.nio.file.Path;
import java.util.List;

/** Short ways to what tests look at. */
final class Ids {
  private Ids() {}

  static Tokenizer open(Path folder) throws Problem {
    return TokenizerFiles.find(folder, Side.SOURCE).orElseThrow();
  }

  static List<Integer> ids(Tokenizer tokenizer, String text) throws Problem {
    return tokenizer.encode(text).stream().map(Token::id).toList();
  }

  static List<String> labels(Tokenizer tokenizer, String text) throws Problem {
    return tokenizer.encode(text).stream().map(Token::label).toList();
  }
}
