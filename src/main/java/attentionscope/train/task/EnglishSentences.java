package attentionscope.train.task;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.EnglishGrammar.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks on English sentences ({@link EnglishGrammar}); half of all subjects are several. */
final class EnglishSentences extends Drawn {
  private static final int LONGEST = 16;
  private static final String ONE = "one";
  private static final String MANY = "many";

  private final EnglishGrammar grammar;

  private EnglishSentences(String name, Kind kind, EnglishGrammar grammar) {
    super(name, kind);
    this.grammar = grammar;
  }

  private static EnglishGrammar grammar(ProgramFolder program) throws Problem {
    return EnglishGrammar.read(program.assets().resolve("tasks").resolve("english.txt"));
  }

  /** The next word of every place; judged by the verb that agrees with the subject. */
  static Task text(ProgramFolder program) throws Problem {
    return new EnglishSentences("english", Kind.TEXT, grammar(program));
  }

  /**
   * Hidden words: by turns the verb that agrees with the subject alone, or about every seventh
   * word.
   */
  static Task masked(ProgramFolder program) throws Problem {
    return new EnglishSentences("english-masked", Kind.MASKED, grammar(program));
  }

  /** Which kind of word each word is. */
  static Task tags(ProgramFolder program) throws Problem {
    return new EnglishSentences("word-tags", Kind.TAGS, grammar(program));
  }

  /** Is the subject one or many? The sentence is read up to where its verb would follow. */
  static Task number(ProgramFolder program) throws Problem {
    return new EnglishSentences("subject-number", Kind.LABEL, grammar(program));
  }

  @Override
  Sample draw(Draw draw, long index) {
    Sentence sentence = grammar.sentence(draw, index / 2 % 2 == 0);
    while (sentence.words().size() > LONGEST) {
      sentence = grammar.sentence(draw, sentence.many());
    }
    List<String> words = sentence.texts();
    Optional<Sample.Choice> choice = Optional.of(sentence.choice());
    return switch (kind()) {
      case TEXT -> {
        Sample text = Words.text(words, sentence.verb(), sentence.verb());
        yield new Sample(text.source(), text.target(), text.judged(), choice);
      }
      case MASKED -> hidden(draw, sentence, index % 2 == 0);
      case LABEL ->
          new Sample(words.subList(0, sentence.verb()), List.of(sentence.many() ? MANY : ONE));
      case TAGS, PAIRS -> new Sample(words, sentence.tags());
    };
  }

  private static Sample hidden(Draw draw, Sentence sentence, boolean verb) {
    List<String> words = sentence.texts();
    List<String> source = new ArrayList<>(words);
    List<Integer> places = new ArrayList<>();
    int chosen = verb ? sentence.verb() : draw.below(words.size());
    for (int place = 0; place < words.size(); place++) {
      if (place == chosen || (!verb && draw.chance(1, 7))) {
        source.set(place, MASK);
        places.add(place);
      }
    }
    return new Sample(
        source, words, places, verb ? Optional.of(sentence.choice()) : Optional.empty());
  }

  @Override
  List<String> identity(Sample sample) {
    return switch (kind()) {
      // A sentence is in the same part, whatever is hidden of it and whatever is asked.
      case TEXT -> sample.source().subList(1, sample.source().size());
      case MASKED -> sample.target();
      case LABEL, TAGS, PAIRS -> sample.source();
    };
  }

  @Override
  public List<String> sourceWords() {
    // One vocabulary for all, so that a model of one task can go on with another.
    return Words.vocabulary(List.of(PAD, START, END, MASK), grammar.words());
  }

  @Override
  public List<String> targetWords() {
    return switch (kind()) {
      case TEXT, MASKED, PAIRS -> sourceWords();
      case LABEL -> List.of(ONE, MANY);
      case TAGS -> Words.vocabulary(List.of(PAD), EnglishGrammar.TAGS);
    };
  }

  @Override
  public int longestSource() {
    return LONGEST + (kind() == Kind.TEXT ? 1 : 0);
  }

  @Override
  public int longestTarget() {
    return kind() == Kind.LABEL ? 1 : longestSource();
  }
}
