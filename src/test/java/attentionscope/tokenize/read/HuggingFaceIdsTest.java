package attentionscope.tokenize.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.Tokenizer.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Small {@code tokenizer.json} files of every kind, with what Hugging Face's library makes of them.
 */
class HuggingFaceIdsTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> idsAndTextsAreTheSame() throws Problem {
    Path file =
        Path.of(System.getProperty("basedir", ""))
            .resolve("src/test/resources/tokenizers/huggingface.json");
    return Json.tree(file).get("cases").values().stream()
        .map(given -> DynamicTest.dynamicTest(given.get("name").stringValue(), () -> check(given)));
  }

  private void check(JsonNode given) throws IOException, Problem {
    Files.writeString(folder.resolve("tokenizer.json"), given.get("tokenizer").toString());
    Tokenizer tokenizer = TokenizerFiles.find(folder, Side.SOURCE).orElseThrow();
    for (JsonNode expected : given.get("texts").values()) {
      String text = expected.get("text").stringValue();
      List<Token> tokens = tokenizer.encode(text);
      List<Integer> ids = tokens.stream().map(Token::id).toList();
      assertEquals(
          expected.get("ids").values().stream().map(JsonNode::intValue).toList(), ids, text);
      assertEquals(expected.get("decoded").stringValue(), tokenizer.decode(ids), text);
      for (Token token : tokens) {
        assertEquals(tokenizer.words().get(token.id()), token.label());
        assertEquals(
            token.to() - token.from(), text.substring(token.from(), token.to()).length(), text);
      }
    }
  }
}
