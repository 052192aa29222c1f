package attentionscope.train.task;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.train.task.KoreanWords.Both;
import java.util.List;

/**
 * Korean sentences in 해요체 and their English. Words stand between blanks; a Korean particle is a
 * word of its own (나 는 어제 책 을 읽었어요), a verb with its ending is one. Of two right translations
 * always the same is given, so that answers can be compared word by word; {@link KoreanPhrases}
 * says by which rules. English sentences begin small, but for I and names.
 */
final class KoreanEnglish extends Drawn {
  private static final int LONGEST = 14;

  private final KoreanWords words;
  private final KoreanVocabulary vocabulary;

  private KoreanEnglish(KoreanWords words) {
    super("korean-english", Kind.PAIRS);
    this.words = words;
    this.vocabulary = KoreanVocabulary.of(words);
  }

  static Task open(ProgramFolder program) throws Problem {
    return new KoreanEnglish(
        KoreanWords.read(program.assets().resolve("tasks").resolve("korean-english.txt")));
  }

  @Override
  Sample draw(Draw draw, long index) {
    while (true) {
      Both both = both(draw);
      List<String> korean = Words.spaced(both.korean());
      List<String> english = Words.spaced(both.english());
      if (korean.size() <= LONGEST && english.size() <= LONGEST) {
        return new Sample(korean, english);
      }
    }
  }

  private Both both(Draw draw) {
    KoreanActions actions = new KoreanActions(words, draw);
    KoreanSentences sentences = new KoreanSentences(words, draw);
    return switch (draw.below(20)) {
      case 0, 1 -> actions.without();
      case 2, 3, 4 -> actions.going();
      case 5, 6 -> sentences.profession();
      case 7, 8, 9 -> sentences.quality();
      case 10 -> sentences.there();
      case 11 -> sentences.where();
      case 12 -> sentences.has();
      default -> actions.withObject();
    };
  }

  @Override
  public List<String> sourceWords() {
    return vocabulary.korean();
  }

  @Override
  public List<String> targetWords() {
    return vocabulary.english();
  }

  @Override
  public int longestSource() {
    return LONGEST;
  }

  @Override
  public int longestTarget() {
    return LONGEST;
  }
}
