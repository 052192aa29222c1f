package attentionscope.tokenize.read;

import static attentionscope.tokenize.read.Ids.ids;
import static attentionscope.tokenize.read.Ids.labels;
import static attentionscope.tokenize.read.Ids.open;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.SharedFolder;
import attentionscope.files.Problem;
import attentionscope.json.Json;
import attentionscope.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Vocabularies of well-known models, with ids that are known of them. */
class RealVocabulariesTest {
  private static final String MIXED = "Hello world! 안녕하세요, 세계 😀 3.14";

  @TempDir private Path folder;

  private static Tokenizer real(String name) throws Problem {
    return open(SharedFolder.find(name));
  }

  /** Files of a vocabulary under the names that they have in a checkpoint. */
  private Tokenizer copied(String from, String to) throws IOException, Problem {
    Files.copy(SharedFolder.find(from), folder.resolve(to));
    return open(folder);
  }

  private static void assertRoundTrip(Tokenizer tokenizer) throws Problem {
    assertEquals(MIXED, tokenizer.decode(ids(tokenizer, MIXED)));
  }

  @Test
  void gpt2() throws Problem {
    Tokenizer gpt2 = real("tokenizers/gpt2");
    assertEquals(List.of(15496, 995), ids(gpt2, "Hello world"));
    assertEquals(
        List.of(464, 2068, 7586, 21831, 18045, 625, 262, 16931, 3290, 13),
        ids(gpt2, "The quick brown fox jumps over the lazy dog."));
    assertEquals(List.of("Hello", "␣world", "⏎"), labels(gpt2, "Hello world\n"));
    assertRoundTrip(gpt2);
  }

  @Test
  void bertKnowsByItsVocabularyWhetherCapitalsMatter() throws Problem {
    Tokenizer small = real("tokenizers/bert-base-uncased");
    assertEquals(List.of(101, 7592, 2088, 102), ids(small, "Hello world"));
    assertEquals(List.of("[CLS]", "una", "##ffa", "##ble", "[SEP]"), labels(small, "unaffable"));
    assertEquals("hello world!", small.decode(ids(small, "Hello world!")));
    Tokenizer cased = real("tokenizers/bert-base-cased");
    assertEquals(List.of("[CLS]", "Hello", "world", "[SEP]"), labels(cased, "Hello world"));
  }

  @Test
  void robertaIsTheSameInItsOldAndInItsNewForm() throws IOException, Problem {
    Tokenizer whole = real("tokenizers/roberta-base");
    assertEquals(List.of(0, 31414, 232, 2), ids(whole, "Hello world"));
    assertRoundTrip(whole);
    Files.copy(
        SharedFolder.find("tokenizers/roberta-base/merges.txt"), folder.resolve("merges.txt"));
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"roberta\"}");
    Tokenizer lists = copied("tokenizers/roberta-base/vocab.json", "vocab.json");
    assertEquals(whole.encode(MIXED), lists.encode(MIXED));
    assertEquals(ids(whole, "a <mask>b"), ids(lists, "a <mask>b"));
  }

  @Test
  void t5IsTheSameInBothForms() throws IOException, Problem {
    Tokenizer pieces = real("tokenizers/t5-base");
    Tokenizer whole = copied("tokenizers/t5-base/t5-small-tokenizer.json", "tokenizer.json");
    for (Tokenizer t5 : List.of(pieces, whole)) {
      assertEquals(List.of(37, 629, 19, 1627, 5, 1), ids(t5, "The house is wonderful."));
      assertEquals(32_099, ids(t5, "The <extra_id_0> house").get(1));
      assertEquals("Ein Haus, 3 Bäume", t5.decode(ids(t5, "Ein  Haus, 3 Bäume")));
    }
    assertEquals(ids(whole, "  ﬁne  Ｆｕｌｌ ①½ "), ids(pieces, "  ﬁne  Ｆｕｌｌ ①½ "));
    assertEquals(List.of("␣The", "␣house", "</s>"), labels(pieces, "The house"));
  }

  @Test
  void sentencePieceOfItsOwnTests() throws IOException, Problem {
    Tokenizer test = copied("tokenizers/sentencepiece-test/test_model.model", "tokenizer.model");
    assertEquals("Hello world", test.decode(ids(test, "Hello   world")));
  }

  @Test
  void theFirstGptEndsItsWords() throws Problem {
    Tokenizer gpt = real("tokenizers/openai-gpt");
    assertEquals("hello world !", gpt.decode(ids(gpt, "Hello world!")));
  }

  @Test
  void storiesOfLlama() throws Problem {
    Path stories = SharedFolder.find("real/stories260k");
    Tokenizer llama = open(stories);
    for (JsonNode expected : Json.tree(stories.resolve("expected.json")).values()) {
      List<Integer> ids = expected.get("ids").values().stream().map(JsonNode::intValue).toList();
      String text = expected.get("text").stringValue();
      assertEquals(ids, ids(llama, text));
      assertEquals(text, llama.decode(ids));
    }
    assertRoundTrip(llama);
  }

  @Test
  void namesInTwoAlphabets() throws Problem {
    Path folder = SharedFolder.find("real/ct2-aren");
    Tokenizer arabic = TokenizerFiles.find(folder, Side.SOURCE).orElseThrow();
    Tokenizer latin = TokenizerFiles.find(folder, Side.TARGET).orElseThrow();
    assertEquals(List.of(4, 10, 19, 13, 5, 7), ids(arabic, "اتزمون"));
    assertEquals(List.of(3, 11, 23, 13, 8, 7, 2), ids(latin, "atzmon"));
    assertEquals(50, arabic.encode("x").getFirst().id());
    assertEquals("atzmon", latin.decode(List.of(1, 3, 11, 23, 13, 8, 7, 2)));
  }

  @Test
  void datesLetterByLetter() throws Problem {
    Tokenizer dates = real("real/dates-attn-seq2seq");
    assertEquals(List.of(0, 1, 2, 3, 7, 8), ids(dates, "sept 2"));
    assertEquals("1994-09-27", dates.decode(ids(dates, "1994-09-27")));
  }
}
