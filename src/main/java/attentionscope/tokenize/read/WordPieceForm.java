package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.decode.WordPieceWords;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.piece.WordPiece;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import attentionscope.tokenize.split.PatternSplit;
import java.nio.file.Path;
import java.util.List;

/** A {@code vocab.txt}: BERT, DistilBERT, ELECTRA. */
final class WordPieceForm {
  private static final String GOES_ON = "##";
  private static final int LONGEST = 100;

  private WordPieceForm() {}

  static Pipeline.Parts read(Path file, Settings settings) throws Problem {
    Vocabulary vocabulary = PieceFiles.lines(file);
    Specials specials = new Specials(file, vocabulary);
    String unknown = settings.role("unk_token", "[UNK]");
    String starts = settings.role("cls_token", "[CLS]");
    String ends = settings.role("sep_token", "[SEP]");
    boolean lower = settings.flag("do_lower_case", !hasCapitals(vocabulary));
    return new Pipeline.Parts(
        vocabulary,
        settings.added(
            specials.found(List.of(starts, ends, unknown, "[PAD]", "[MASK]")), vocabulary),
        NormalizerJson.bert(
            true,
            settings.flag("tokenize_chinese_chars", true),
            settings.flag("strip_accents", lower),
            lower),
        PatternSplit.BERT,
        new WordPiece(vocabulary, specials.id(unknown), GOES_ON, LONGEST),
        new Framing(List.of(specials.id(starts)), List.of(specials.id(ends))),
        new WordPieceWords(GOES_ON, true),
        Lettering.PLAIN);
  }

  /** Where nothing is said: a vocabulary that has capital letters needs them. */
  private static boolean hasCapitals(Vocabulary vocabulary) {
    for (int id = 0; id < vocabulary.size(); id++) {
      String piece = vocabulary.piece(id);
      if (!piece.startsWith("[")
          && piece.codePoints().anyMatch(c -> Character.toLowerCase(c) != c)) {
        return true;
      }
    }
    return false;
  }
}
