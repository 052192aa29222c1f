package attentionscope.tokenize.read;

import static attentionscope.tokenize.read.Ids.ids;
import static attentionscope.tokenize.read.Ids.labels;
import static attentionscope.tokenize.read.Ids.open;
import static attentionscope.tokenize.read.SmallVocabulary.CONTROL;
import static attentionscope.tokenize.read.SmallVocabulary.NORMAL;
import static attentionscope.tokenize.read.SmallVocabulary.UNKNOWN;
import static attentionscope.tokenize.read.SmallVocabulary.USER_DEFINED;
import static attentionscope.tokenize.read.SmallVocabulary.numbered;
import static attentionscope.tokenize.read.SmallVocabulary.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import attentionscope.tokenize.Tokenizer.Token;
import attentionscope.tokenize.text.ByteLetters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every older form, with vocabularies small enough to follow. */
class OlderFormsTest {
  @TempDir private Path folder;

  private void config(String family) {
    write(folder, "config.json", "{\"model_type\": \"" + family + "\"}");
  }

  private void bytePairs() {
    Set<String> pieces = new LinkedHashSet<>(List.of("<s>", "</s>", "<unk>", "<mask>"));
    for (int letter = 0; letter < 0xD800; letter++) {
      pieces.addAll(List.of(ByteLetters.of(Character.toString(letter)).split("")));
    }
    pieces.addAll(List.of("he", "Ġw", "ìķ", "ìķĪ"));
    write(folder, "vocab.json", numbered(List.copyOf(pieces)));
    write(folder, "merges.txt", "#version: 0.2\nh e\nĠ w\nì ķ\nìķ Ī\n");
  }

  @Test
  void gpt2PutsNothingAround() throws Problem {
    bytePairs();
    config("gpt2");
    Tokenizer gpt2 = open(folder);
    assertEquals(List.of("he", "␣w", "안", "⏎"), labels(gpt2, "he w안\n"));
    assertEquals(new Token(ids(gpt2, "he").getFirst(), "he", 0, 2), gpt2.encode("he").getFirst());
    assertEquals("he w안", gpt2.decode(ids(gpt2, "he w안")));
  }

  @Test
  void aPieceThatIsNoCharacterShowsItsBytes() throws Problem {
    bytePairs();
    Tokenizer gpt2 = open(folder);
    List<Token> tokens = gpt2.encode("w\uC548\uC549");
    assertEquals(List.of("w", "안", "<EC><95>", "<89>"), tokens.stream().map(Token::label).toList());
    assertEquals(2, tokens.get(2).from());
    assertEquals(3, tokens.get(3).to());
  }

  @Test
  void robertaAndBartHaveAStartAndAnEnd() throws Problem {
    bytePairs();
    for (String family : List.of("roberta", "bart")) {
      config(family);
      assertEquals(List.of("<s>", "he", "</s>"), labels(open(folder), "he"));
      assertEquals(List.of("<s>", "he", "<mask>", "</s>"), labels(open(folder), "he <mask>"));
    }
  }

  @Test
  void optBeginsWithItsEnd() throws Problem {
    bytePairs();
    config("opt");
    assertEquals(List.of("</s>", "he"), labels(open(folder), "he"));
  }

  @Test
  void qwen2CutsNumbersIntoDigits() throws Problem {
    bytePairs();
    config("qwen2");
    assertEquals(List.of("1", "2", "␣w"), labels(open(folder), "12 w"));
  }

  @Test
  void bertGoesByTheLongestPiece() throws Problem {
    write(folder, "vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nun\n##aff\n##able\n##a\n,\n");
    Tokenizer bert = open(folder);
    assertEquals(List.of(2, 5, 6, 7, 9, 1, 3), ids(bert, "Unaffable, x"));
    assertEquals("unaffable, [UNK]", bert.decode(ids(bert, "Unaffable, x")) + " [UNK]");
    write(folder, "tokenizer_config.json", "{\"do_lower_case\": false}");
    assertEquals(List.of(2, 1, 3), ids(open(folder), "Unaffable"));
  }

  private static SmallVocabulary unigram() {
    return new SmallVocabulary()
        .piece("<pad>", 0, CONTROL)
        .piece("</s>", 0, CONTROL)
        .piece("<unk>", 0, UNKNOWN)
        .piece("▁", -3, NORMAL)
        .piece("a", -2, NORMAL)
        .piece("b", -2.5, NORMAL)
        .piece("ab", -4, NORMAL)
        .piece("▁ab", -4.2, NORMAL)
        .piece("!", 0, USER_DEFINED)
        .kind(1, false);
  }

  @Test
  void t5TakesThePathOfTheBestSum() throws IOException, Problem {
    unigram().write(folder, "spiece.model");
    config("t5");
    Tokenizer t5 = open(folder);
    assertEquals(List.of("␣ab", "ab", "!", "</s>"), labels(t5, " abab! "));
    assertEquals(List.of("␣ab", "␣", "a", "</s>"), labels(t5, "ab   a"));
    assertEquals(List.of("␣", "<unk>", "a", "</s>"), labels(t5, "xyza"));
    assertEquals(List.of(7, 108, 7, 1), ids(t5, "ab<extra_id_0>ab"));
    assertEquals("abab! a", t5.decode(ids(t5, "abab!  a")));
  }

  @Test
  void albertIsFramedLikeBert() throws IOException, Problem {
    unigram().piece("[CLS]", 0, CONTROL).piece("[SEP]", 0, CONTROL).write(folder, "spiece.model");
    config("albert");
    assertEquals(List.of("[CLS]", "␣ab", "[SEP]"), labels(open(folder), "ÁB"));
  }

  @Test
  void llamaMergesByScoreAndFallsBackToBytes() throws IOException, Problem {
    SmallVocabulary model =
        new SmallVocabulary()
            .piece("<unk>", 0, UNKNOWN)
            .piece("<s>", 0, CONTROL)
            .piece("</s>", 0, CONTROL);
    for (int value = 0; value < 256; value++) {
      model.piece("<0x%02X>".formatted(value), 0, SmallVocabulary.BYTE);
    }
    String[] pieces = {"ab", "bc", "▁ab", "▁▁", "▁", "a", "b", "c"};
    for (int i = 0; i < pieces.length; i++) {
      model.piece(pieces[i], -i, NORMAL);
    }
    model.kind(2, true).normalizer(true, false).write(folder, "tokenizer.model");
    config("llama");
    Tokenizer llama = open(folder);
    assertEquals(List.of("<s>", "␣ab", "c", "␣␣", "bc"), labels(llama, "abc  bc"));
    assertEquals(List.of("<s>", "␣", "<EC>", "<95>", "<88>", "</s>"), labels(llama, "안</s>"));
    assertEquals("ab  안😀", llama.decode(ids(llama, "ab  안😀")));
    write(folder, "tokenizer_config.json", "{\"add_bos_token\": false, \"add_eos_token\": true}");
    assertEquals(List.of("␣ab", "</s>"), labels(open(folder), "ab"));
  }

  @Test
  void marianHasTwoModelsAndOneList() throws IOException, Problem {
    unigram().write(folder, "source.spm");
    unigram().piece("▁c", -1, NORMAL).write(folder, "target.spm");
    write(
        folder,
        "vocab.json",
        numbered(List.of("</s>", "<unk>", "▁ab", "ab", "▁c", ">>ko<<", "<pad>", "▁")));
    config("marian");
    assertEquals(List.of(5, 2, 3, 0), ids(open(folder), ">>ko<< abab"));
    assertEquals(List.of(7, 1, 0), ids(open(folder), "c"));
    Tokenizer target = TokenizerFiles.find(folder, Side.TARGET).orElseThrow();
    assertEquals(List.of(4, 0), ids(target, "c"));
    assertEquals("ab c", target.decode(List.of(6, 2, 4, 0)));
  }

  @Test
  void m2m100BeginsWithTheLanguage() throws IOException, Problem {
    unigram().write(folder, "sentencepiece.bpe.model");
    write(folder, "vocab.json", numbered(List.of("<s>", "<pad>", "</s>", "<unk>", "▁ab")));
    write(
        folder,
        "special_tokens_map.json",
        "{\"additional_special_tokens\": [\"__de__\", \"__en__\", \"__ko__\"]}");
    write(folder, "tokenizer_config.json", "{\"src_lang\": \"en\", \"tgt_lang\": \"ko\"}");
    config("m2m_100");
    assertEquals(List.of(6, 4, 2), ids(open(folder), "ab"));
    Tokenizer target = TokenizerFiles.find(folder, Side.TARGET).orElseThrow();
    assertEquals(List.of("__ko__", "␣ab", "</s>"), labels(target, "ab"));
  }

  @Test
  void aListOfCharactersIsEnough() throws Problem {
    write(folder, "vocab.json", numbered(List.of("0", "1", "2")));
    Tokenizer digits = open(folder);
    assertEquals(List.of(2, 0, 1), ids(digits, "201"));
    assertEquals("201", digits.decode(List.of(2, 0, 1)));
  }

  @Test
  void addedTokensAreFoundFirst() throws Problem {
    bytePairs();
    write(folder, "added_tokens.json", "{\"<|user|>\": 400}");
    assertEquals(List.of(400, ids(open(folder), "he").getFirst()), ids(open(folder), "<|user|>he"));
    assertEquals(401, open(folder).words().size());
  }

  @Test
  void aFolderWithoutAnyHasNone() throws Problem {
    assertTrue(TokenizerFiles.find(folder, Side.SOURCE).isEmpty());
  }
}
