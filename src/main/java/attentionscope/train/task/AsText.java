package attentionscope.train.task;

import java.util.List;

/**
 * Pairs as one text, for a model that has only a decoder: {@code a b c <becomes> c b a}. Judged by
 * what stands behind {@link Task#BECOMES}.
 */
record AsText(Task pairs) implements Task {
  static final String SUFFIX = "-text";

  @Override
  public String name() {
    return pairs.name() + SUFFIX;
  }

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(
        List.of(PAD, START, END, BECOMES), Words.joined(pairs.sourceWords(), pairs.targetWords()));
  }

  @Override
  public List<String> targetWords() {
    return sourceWords();
  }

  @Override
  public int longestSource() {
    // <start> source <becomes> target
    return pairs.longestSource() + pairs.longestTarget() + 2;
  }

  @Override
  public int longestTarget() {
    return longestSource();
  }

  @Override
  public Sample sample(long seed, long index, Part part) {
    Sample pair = pairs.sample(seed, index, part);
    List<String> asked = Words.joined(pair.source(), List.of(BECOMES));
    List<String> words = Words.joined(asked, pair.target());
    return Words.text(words, asked.size(), words.size());
  }
}
