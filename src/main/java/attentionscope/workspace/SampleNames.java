package attentionscope.workspace;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import java.util.List;

/**
 * What is typed where attention was computed elsewhere: the name of one of the texts that it was
 * computed of. The one token is its number.
 *
 * @param words the names, in the order of the file
 */
public record SampleNames(List<String> words) implements Tokenizer {

  private static final int NAMED = 3;

  public SampleNames {
    words = List.copyOf(words);
  }

  @Override
  public List<Token> encode(String text) throws Problem {
    int index = words.indexOf(text.strip());
    if (index < 0) {
      List<String> near = Nearest.names(text, words, NAMED);
      List<String> named = near.isEmpty() ? words.subList(0, Math.min(NAMED, words.size())) : near;
      throw new Problem("workspace.problem.no-sample", text, String.join(", ", named));
    }
    return List.of(new Token(index, words.get(index), 0, text.length()));
  }

  @Override
  public String decode(List<Integer> ids) {
    return String.join(" ", ids.stream().map(words::get).toList());
  }
}
