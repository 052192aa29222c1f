package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.PieceModel;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A SentencePiece model beside a list that gives its pieces other ids: Marian, whose texts may
 * begin with a language ({@code >>fr<<}), and M2M100, whose texts always do ({@code __fr__}).
 */
final class TranslationForm {
  private static final String UNKNOWN = "<unk>";
  private static final String END = "</s>";

  private TranslationForm() {}

  static Pipeline.Parts read(Path model, Path pieces, Settings settings, Side side) throws Problem {
    SentencePieceFile file = SentencePieceFile.read(model);
    Vocabulary own = file.vocabulary();
    Vocabulary vocabulary = PieceFiles.json(pieces);
    Specials specials = new Specials(pieces, vocabulary);
    int unknown = specials.id(settings.role("unk_token", UNKNOWN));
    List<Added> added = new ArrayList<>(specials.found(List.of(END, UNKNOWN, "<pad>", "<s>")));
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.piece(id).matches(">>.+<<")) {
        added.add(Added.special(id, vocabulary.piece(id)));
      }
    }
    Optional<Added> language = Optional.empty();
    if (!settings.family().equals("marian")) {
      List<Added> languages = languages(vocabulary, settings);
      added.addAll(languages);
      language = language(languages, settings, side);
    }
    PieceModel found = SentencePieceForm.model(file, own);
    return new Pipeline.Parts(
        vocabulary,
        settings.added(added, vocabulary),
        SentencePieceForm.normalizer(file),
        SentencePieceForm.splitter(file),
        word -> renamed(found.pieces(word), own, vocabulary, unknown),
        new Framing(
            language.map(Added::id).stream().toList(),
            List.of(specials.id(settings.role("eos_token", END)))),
        SentencePieceForm.decoder(file),
        Lettering.MARKS);
  }

  private static List<PieceModel.Piece> renamed(
      List<PieceModel.Piece> pieces, Vocabulary from, Vocabulary to, int unknown) {
    return pieces.stream()
        .map(
            piece -> {
              OptionalInt id = to.id(from.piece(piece.id()));
              return new PieceModel.Piece(id.orElse(unknown), piece.begin(), piece.end());
            })
        .toList();
  }

  /** The languages come behind the last piece, in the order in which the settings name them. */
  private static List<Added> languages(Vocabulary vocabulary, Settings settings) throws Problem {
    List<Added> languages = new ArrayList<>();
    int next = vocabulary.size();
    for (String token : settings.moreSpecial()) {
      if (token.matches("__.+__") && !vocabulary.has(token)) {
        languages.add(Added.special(next++, token));
      }
    }
    return languages;
  }

  private static Optional<Added> language(List<Added> languages, Settings settings, Side side)
      throws Problem {
    String name = settings.text(side == Side.SOURCE ? "src_lang" : "tgt_lang").orElse("en");
    return languages.stream()
        .filter(token -> token.content().equals("__" + name + "__"))
        .findFirst();
  }
}
