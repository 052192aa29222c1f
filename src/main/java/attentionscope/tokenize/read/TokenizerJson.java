package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.json.SmallTree;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.pipeline.Added;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import attentionscope.tokenize.split.Splitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@code tokenizer.json} of Hugging Face's tokenizers. Truncation and padding, which it may ask
 * for, are left to who reads.
 */
final class TokenizerJson {
  private TokenizerJson() {}

  private record Read(Optional<ModelJson> model, ObjectNode rest) {}

  static Pipeline.Parts read(Path file) throws Problem {
    Read read = Json.read(file, parser -> read(file, parser));
    Fields rest = new Fields(file, read.rest());
    ModelJson.Read model =
        read.model()
            .orElseThrow(() -> new Problem("tokenize.problem.not-object", file, "model"))
            .done();
    List<Added> added = new ArrayList<>();
    for (Fields token : rest.objects("added_tokens")) {
      added.add(AddedJson.read(token, token.whole("id")));
    }
    Splitter splitter =
        rest.has("pre_tokenizer") ? SplitterJson.read(rest.object("pre_tokenizer")) : Splitter.NONE;
    Normalizer normalizer =
        rest.has("normalizer") ? NormalizerJson.read(rest.object("normalizer")) : Normalizer.NONE;
    Framing framing =
        rest.has("post_processor") ? FramingJson.read(rest.object("post_processor")) : Framing.NONE;
    Decoder decoder =
        rest.has("decoder") ? DecoderJson.read(rest.object("decoder")) : Decoder.SPACED;
    return new Pipeline.Parts(
        model.vocabulary(),
        added,
        normalizer,
        splitter,
        model.model(),
        framing,
        decoder,
        lettering(rest.node()));
  }

  private static Read read(Path file, JsonParser parser) throws Problem {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new Problem("json.problem.not-an-object", file);
    }
    Optional<ModelJson> model = Optional.empty();
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    SmallTree trees = new SmallTree(file);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("model")) {
        model = Optional.of(ModelJson.read(file, parser, trees));
      } else {
        rest.set(name, trees.read(parser));
      }
    }
    return new Read(model, rest);
  }

  /** Whether bytes have letters, or spaces a mark: whatever splits or decodes says so. */
  private static Lettering lettering(JsonNode rest) {
    String parts =
        rest.path("pre_tokenizer").toString() + rest.path("normalizer") + rest.path("decoder");
    if (parts.contains("\"ByteLevel\"")) {
      return Lettering.BYTES;
    }
    return parts.contains("▁") ? Lettering.MARKS : Lettering.PLAIN;
  }
}
