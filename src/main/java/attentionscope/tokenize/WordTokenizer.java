package attentionscope.tokenize;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One token a word; words stand between spaces. Upper and lower case are one where they can be. */
public final class WordTokenizer implements Tokenizer {

  /** How many words of a vocabulary a sentence about an unknown word names. */
  private static final int NAMED = 6;

  private static final Pattern WORD = Pattern.compile("\\S+");

  private final List<String> words;
  private final Map<String, Integer> ids = new HashMap<>();

  /**
   * @param words the vocabulary; a word's id is its place
   */
  public WordTokenizer(List<String> words) {
    this.words = List.copyOf(words);
    for (int id = 0; id < words.size(); id++) {
      ids.putIfAbsent(words.get(id), id);
      ids.putIfAbsent(words.get(id).toLowerCase(Locale.ROOT), id);
    }
  }

  @Override
  public List<Token> encode(String text) throws Problem {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      int id = id(matcher.group());
      tokens.add(new Token(id, words.get(id), matcher.start(), matcher.end()));
    }
    return tokens;
  }

  @Override
  public String decode(List<Integer> ids) {
    return ids.stream()
        .filter(id -> id >= 0 && id < words.size())
        .map(words::get)
        .collect(Collectors.joining(" "));
  }

  private int id(String word) throws Problem {
    Integer id = ids.get(word);
    if (id == null) {
      id = ids.get(word.toLowerCase(Locale.ROOT));
    }
    if (id == null) {
      List<String> near = Nearest.names(word, words, NAMED);
      List<String> named = near.isEmpty() ? words.subList(0, Math.min(NAMED, words.size())) : near;
      throw new Problem("tokenize.problem.unknown-word", word, String.join(", ", named));
    }
    return id;
  }

  @Override
  public List<String> words() {
    return words;
  }
}
