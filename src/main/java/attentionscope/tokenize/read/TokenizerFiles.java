package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the tokenizer among the files of a model. */
public final class TokenizerFiles {
  private static final List<String> MODELS =
      List.of("spiece.model", "tokenizer.model", "sentencepiece.bpe.model");

  private TokenizerFiles() {}

  /**
   * The tokenizer whose files lie in a folder, if there are any: {@code tokenizer.json}; {@code
   * source.spm}, {@code target.spm} and {@code vocab.json}; {@code source_vocab.json} and {@code
   * target_vocab.json}; a SentencePiece model; {@code vocab.json} and {@code merges.txt} (or {@code
   * encoder.json} and {@code vocab.bpe}); {@code vocab.txt}; a {@code vocab.json} of characters. It
   * takes up to a second or two for a large vocabulary, so it is not for the window's thread.
   *
   * @throws Problem if files are there but have faults, or some are missing
   */
  public static Optional<Tokenizer> find(Path folder, Side side) throws Problem {
    Optional<Pipeline.Parts> parts = parts(folder, side);
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Pipeline(parts.get()));
  }

  private static Optional<Pipeline.Parts> parts(Path folder, Side side) throws Problem {
    boolean source = side == Side.SOURCE;
    Optional<Path> own =
        existing(folder, List.of(source ? "source_vocab.json" : "target_vocab.json"));
    Optional<Path> half = existing(folder, List.of(source ? "source.spm" : "target.spm"));
    Optional<Path> whole = existing(folder, List.of("tokenizer.json"));
    Optional<Path> model = existing(folder, MODELS);
    Optional<Path> pieces = existing(folder, List.of("vocab.json", "encoder.json"));
    Optional<Path> lines = existing(folder, List.of("vocab.txt"));
    if (List.of(own, half, whole, model, pieces, lines).stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    Settings settings = Settings.read(folder);
    if (whole.isPresent()) {
      return Optional.of(withMore(TokenizerJson.read(whole.get()), settings));
    }
    if (half.isPresent()) {
      Path names = own.isPresent() ? own.get() : needed(folder, "vocab.json", half.get());
      return Optional.of(TranslationForm.read(half.get(), names, settings, side));
    }
    if (own.isPresent()) {
      Vocabulary vocabulary = PieceFiles.json(own.get());
      return Optional.of(CharacterForm.read(own.get(), vocabulary, settings, side));
    }
    if (model.isPresent()) {
      boolean renamed = model.get().endsWith("sentencepiece.bpe.model");
      return Optional.of(
          renamed
              ? TranslationForm.read(
                  model.get(), needed(folder, "vocab.json", model.get()), settings, side)
              : SentencePieceForm.read(model.get(), settings));
    }
    if (pieces.isPresent()) {
      return Optional.of(listed(folder, pieces.get(), settings, side));
    }
    return Optional.of(WordPieceForm.read(lines.orElseThrow(), settings));
  }

  private static Pipeline.Parts listed(Path folder, Path pieces, Settings settings, Side side)
      throws Problem {
    Optional<Path> merges = existing(folder, List.of("merges.txt", "vocab.bpe"));
    if (merges.isPresent()) {
      return ByteLevelForm.read(pieces, merges.get(), settings);
    }
    Vocabulary vocabulary = PieceFiles.json(pieces);
    if (!CharacterForm.fits(vocabulary)) {
      needed(folder, "merges.txt", pieces);
    }
    return CharacterForm.read(pieces, vocabulary, settings, side);
  }

  private static Pipeline.Parts withMore(Pipeline.Parts parts, Settings settings) throws Problem {
    return new Pipeline.Parts(
        parts.vocabulary(),
        settings.added(parts.added(), parts.vocabulary()),
        parts.normalizer(),
        parts.splitter(),
        parts.model(),
        parts.framing(),
        parts.decoder(),
        parts.lettering());
  }

  private static Optional<Path> existing(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private static Path needed(Path folder, String name, Path beside) throws Problem {
    return existing(folder, List.of(name))
        .orElseThrow(() -> new Problem("tokenize.problem.beside", beside, name));
  }
}
