package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.json.SmallTree;
import attentionscope.tokenize.piece.Merges;
import attentionscope.tokenize.piece.PairMerging;
import attentionscope.tokenize.piece.PieceModel;
import attentionscope.tokenize.piece.Unigram;
import attentionscope.tokenize.piece.Unknown;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.piece.WholeWords;
import attentionscope.tokenize.piece.WordPiece;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code model} of a {@code tokenizer.json}: its vocabulary is read piece by piece, everything
 * else but the merges as a tree. Merges are read once the vocabulary is known.
 */
final class ModelJson {
  private final Path file;
  private final ObjectNode options = JsonNodeFactory.instance.objectNode();
  private final Vocabulary.Builder pieces;
  private double[] scores = new double[1024];
  private int scored;
  private boolean merged;

  private ModelJson(Path file) {
    this.file = file;
    pieces = new Vocabulary.Builder(file);
  }

  /** What a model is made of. */
  record Read(Vocabulary vocabulary, PieceModel model) {}

  /** The model that the parser stands at. */
  static ModelJson read(Path file, JsonParser parser, SmallTree trees) throws Problem {
    ModelJson model = new ModelJson(file);
    model.fields(parser, trees);
    return model;
  }

  private void fields(JsonParser parser, SmallTree trees) throws Problem {
    if (!parser.isExpectedStartObjectToken()) {
      throw new Problem("tokenize.problem.not-object", file, "model");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("vocab") && value == JsonToken.START_OBJECT) {
        PieceFiles.pieces(file, parser, pieces);
      } else if (name.equals("vocab") && value == JsonToken.START_ARRAY) {
        scoredPieces(parser);
      } else if (name.equals("merges")) {
        merged = true;
        parser.skipChildren();
      } else {
        options.set(name, trees.read(parser));
      }
    }
  }

  private void scoredPieces(JsonParser parser) throws Problem {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean starts = parser.isExpectedStartArrayToken();
      boolean named = starts && parser.nextToken() == JsonToken.VALUE_STRING;
      if (!named) {
        throw new Problem("tokenize.problem.scored", file, scored);
      }
      pieces.add(parser.getString());
      JsonToken score = parser.nextToken();
      boolean number = score == JsonToken.VALUE_NUMBER_FLOAT || score == JsonToken.VALUE_NUMBER_INT;
      if (!number || !Double.isFinite(parser.getDoubleValue())) {
        throw new Problem("tokenize.problem.scored", file, scored);
      }
      scores = scored == scores.length ? Arrays.copyOf(scores, 2 * scored) : scores;
      scores[scored++] = parser.getDoubleValue();
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw new Problem("tokenize.problem.scored", file, scored);
      }
    }
  }

  /**
   * The model. Old files do not say which it is.
   *
   * @throws Problem if something is missing or not known
   */
  Read done() throws Problem {
    Fields fields = new Fields(file, options);
    Vocabulary vocabulary = pieces.done();
    Optional<String> kind = fields.maybeText("type");
    String guessed =
        merged
            ? "BPE"
            : scored > 0
                ? "Unigram"
                : fields.has("max_input_chars_per_word") ? "WordPiece" : "WordLevel";
    PieceModel model =
        switch (kind.orElse(guessed)) {
          case "BPE" -> pairs(fields, vocabulary);
          case "Unigram" -> unigram(fields, vocabulary);
          case "WordPiece" ->
              new WordPiece(
                  vocabulary,
                  named(fields, vocabulary, "unk_token").orElseThrow(() -> noUnknown()),
                  fields.maybeText("continuing_subword_prefix").orElse("##"),
                  fields.has("max_input_chars_per_word")
                      ? fields.whole("max_input_chars_per_word")
                      : 100);
          case "WordLevel" ->
              new WholeWords(
                  vocabulary,
                  Unknown.of(vocabulary, named(fields, vocabulary, "unk_token"), false, false));
          default -> throw fields.unknown(kind.orElse(guessed));
        };
    return new Read(vocabulary, model);
  }

  private Problem noUnknown() {
    return new Problem("tokenize.problem.no-unknown", file, "unk_token");
  }

  private static OptionalInt named(Fields fields, Vocabulary vocabulary, String name)
      throws Problem {
    Optional<String> piece = fields.maybeText(name);
    return piece.isEmpty() ? OptionalInt.empty() : vocabulary.id(piece.get());
  }

  private PieceModel pairs(Fields fields, Vocabulary vocabulary) throws Problem {
    PairMerging.Signs signs =
        new PairMerging.Signs(
            fields.maybeText("continuing_subword_prefix").orElse(""),
            fields.maybeText("end_of_word_suffix").orElse(""));
    Merges.Pairs merges = new Merges.Pairs(file, vocabulary, signs.goesOn());
    Json.<Boolean>read(file, parser -> PieceFiles.merges(file, parser, merges));
    Unknown unknown =
        Unknown.of(
            vocabulary,
            named(fields, vocabulary, "unk_token"),
            fields.flag("fuse_unk", false),
            fields.flag("byte_fallback", false));
    return new PairMerging(vocabulary, merges, unknown, signs, fields.flag("ignore_merges", false));
  }

  private PieceModel unigram(Fields fields, Vocabulary vocabulary) throws Problem {
    if (scored != vocabulary.size()) {
      throw new Problem("tokenize.problem.scored", file, 0);
    }
    OptionalInt unknown =
        fields.has("unk_id") ? OptionalInt.of(fields.whole("unk_id")) : OptionalInt.empty();
    if (unknown.orElse(0) >= scored) {
      throw noUnknown();
    }
    BitSet spoken = new BitSet();
    spoken.set(0, scored);
    return new Unigram(
        vocabulary,
        Arrays.copyOf(scores, scored),
        spoken,
        Unknown.of(vocabulary, unknown, true, fields.flag("byte_fallback", false)));
  }
}
