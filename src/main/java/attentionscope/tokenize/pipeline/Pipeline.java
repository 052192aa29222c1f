package attentionscope.tokenize.pipeline;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.piece.PieceModel;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.split.Splitter;
import attentionscope.tokenize.text.Aligned;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tokenizer of pieces, step by step. */
public final class Pipeline implements Tokenizer {
  /** Letters of the longest text that is read; models read far fewer tokens. */
  private static final int LONGEST = 50_000;

  private final Parts parts;
  private final AddedTokens added;

  /**
   * What a tokenizer is made of.
   *
   * @param vocabulary all pieces
   * @param added tokens that are found first
   * @param normalizer rewrites the text between them
   * @param splitter cuts it into words
   * @param model finds the pieces of a word
   * @param framing what stands around every text
   * @param decoder puts pieces together
   * @param lettering how pieces are shown
   */
  public record Parts(
      Vocabulary vocabulary,
      List<Added> added,
      Normalizer normalizer,
      Splitter splitter,
      PieceModel model,
      Framing framing,
      Decoder decoder,
      Lettering lettering) {}

  /**
   * @throws Problem if an added token can't be normalized
   */
  public Pipeline(Parts parts) throws Problem {
    this.parts = parts;
    added = new AddedTokens(parts.added(), parts.normalizer());
  }

  @Override
  public List<Token> encode(String text) throws Problem {
    if (text.length() > LONGEST) {
      throw new Problem("tokenize.problem.long-text", text.length(), LONGEST);
    }
    List<Token> tokens = new ArrayList<>();
    parts.framing().before().forEach(id -> tokens.add(new Token(id, label(id), 0, 0)));
    for (AddedTokens.Found part : added.find(Aligned.of(text), false)) {
      if (part.token().isPresent()) {
        tokens.add(token(part));
      } else {
        encodeNormalized(parts.normalizer().apply(part.text()), tokens);
      }
    }
    int end = text.length();
    parts.framing().behind().forEach(id -> tokens.add(new Token(id, label(id), end, end)));
    return tokens;
  }

  private void encodeNormalized(Aligned text, List<Token> tokens) throws Problem {
    for (AddedTokens.Found part : added.find(text, true)) {
      if (part.token().isPresent()) {
        tokens.add(token(part));
      } else {
        for (Aligned word : parts.splitter().split(part.text())) {
          if (!word.isEmpty()) {
            encodeWord(word, tokens);
          }
        }
      }
    }
  }

  private void encodeWord(Aligned word, List<Token> tokens) throws Problem {
    for (PieceModel.Piece piece : parts.model().pieces(word.text())) {
      tokens.add(
          new Token(
              piece.id(),
              label(piece.id()),
              word.from(piece.begin(), piece.end()),
              word.to(piece.begin(), piece.end())));
    }
  }

  private Token token(AddedTokens.Found part) {
    int id = part.token().orElseThrow().id();
    int length = part.text().text().length();
    return new Token(id, label(id), part.text().from(0, length), part.text().to(0, length));
  }

  /** Special tokens and ids beyond the vocabulary read nothing. */
  @Override
  public String decode(List<Integer> ids) throws Problem {
    List<String> pieces = new ArrayList<>();
    for (int id : ids) {
      Optional<Added> token = added.get(id);
      String piece = token.map(Added::content).orElse(parts.vocabulary().piece(id));
      if (!piece.isEmpty() && !token.map(Added::special).orElse(false)) {
        pieces.add(piece);
      }
    }
    return String.join("", parts.decoder().decode(pieces));
  }

  @Override
  public List<String> words() {
    return new AbstractList<>() {
      @Override
      public String get(int id) {
        return label(id);
      }

      @Override
      public int size() {
        return Math.max(
            parts.vocabulary().size(),
            1 + parts.added().stream().mapToInt(Added::id).max().orElse(-1));
      }
    };
  }

  private String label(int id) {
    Optional<Added> token = added.get(id);
    return token.isPresent()
        ? token.get().content()
        : parts.lettering().label(parts.vocabulary().piece(id));
  }
}
