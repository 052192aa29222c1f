package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.piece.Merges;
import attentionscope.tokenize.piece.PairMerging;
import attentionscope.tokenize.piece.Unknown;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import attentionscope.tokenize.split.Splitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of single characters with their ids, and special tokens in angle brackets: small models of
 * digits, dates or names.
 */
final class CharacterForm {
  private static final String START = "<s>";
  private static final String END = "</s>";

  private CharacterForm() {}

  /** Whether all pieces are characters or special tokens. */
  static boolean fits(Vocabulary vocabulary) {
    for (int id = 0; id < vocabulary.size(); id++) {
      String piece = vocabulary.piece(id);
      if (piece.codePointCount(0, piece.length()) > 1 && !special(piece)) {
        return false;
      }
    }
    return true;
  }

  private static boolean special(String piece) {
    return piece.length() > 2 && piece.startsWith("<") && piece.endsWith(">");
  }

  /** A target ends with the end token, where there is one; a source as the configuration says. */
  static Pipeline.Parts read(Path file, Vocabulary vocabulary, Settings settings, Side side)
      throws Problem {
    List<Added> added = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (special(vocabulary.piece(id))) {
        added.add(Added.special(id, vocabulary.piece(id)));
      }
    }
    Specials specials = new Specials(file, vocabulary);
    boolean source = side == Side.SOURCE;
    boolean starts = source && settings.configFlag("source_adds_bos", false);
    boolean ends = source ? settings.configFlag("source_adds_eos", false) : vocabulary.has(END);
    return new Pipeline.Parts(
        vocabulary,
        added,
        Normalizer.NONE,
        Splitter.NONE,
        new PairMerging(
            vocabulary,
            new Merges.Pairs(file, vocabulary, ""),
            Unknown.of(vocabulary, vocabulary.id("<unk>"), false, false),
            PairMerging.Signs.NONE,
            false),
        new Framing(
            starts ? List.of(specials.id(START)) : List.of(),
            ends ? List.of(specials.id(END)) : List.of()),
        Decoder.FUSED,
        Lettering.PLAIN);
  }
}
