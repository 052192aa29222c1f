package attentionscope.tokenize.read;

import static attentionscope.tokenize.read.SmallVocabulary.NORMAL;
import static attentionscope.tokenize.read.SmallVocabulary.UNKNOWN;
import static attentionscope.tokenize.read.SmallVocabulary.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Language;
import attentionscope.language.Languages;
import attentionscope.tokenize.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Vocabularies with faults are answered in one sentence, in every language. */
class VocabularyFaultTest {
  private static final String PAIRS =
      "\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"b\": 1}, \"merges\": []}";

  @TempDir private Path folder;

  private static void assertSaid(String key, Executable reading) throws Problem {
    Problem problem = assertThrows(Problem.class, reading);
    assertEquals(key, problem.key(), problem.getMessage());
    Languages languages = Languages.load(ProgramFolder.find());
    for (Language language : languages.all()) {
      String said = languages.find(language.code()).orElseThrow().say(problem);
      assertFalse(said.isBlank() || said.contains("\n"), said);
    }
  }

  private void assertFault(String key, String... files) throws Problem {
    for (int i = 0; i < files.length; i += 2) {
      write(folder, files[i], files[i + 1]);
    }
    assertSaid(key, () -> Ids.open(folder));
  }

  static Stream<Arguments> wholeFiles() {
    return Stream.of(
        Arguments.of("json.problem.not-an-object", ""),
        Arguments.of("json.problem.not-an-object", "[1]"),
        Arguments.of("tokenize.problem.not-object", "{}"),
        Arguments.of("json.problem.fault", "{\"model\": {\"vocab\": {\"a\": 0,"),
        Arguments.of("json.problem.more", "{" + PAIRS + "} {}"),
        Arguments.of("json.problem.fault", "{\"normalizer\": " + "[".repeat(100_000)),
        Arguments.of(
            "json.problem.fault", "{\"model\": {\"vocab\": {\"a\": 0, \"a\": 1}, \"merges\": []}}"),
        Arguments.of("json.problem.fault", "{" + PAIRS + ", " + PAIRS + "}"),
        Arguments.of("tokenize.problem.same-id", "{\"model\": {\"vocab\": {\"a\": 0, \"b\": 0}}}"),
        Arguments.of("tokenize.problem.id", "{\"model\": {\"vocab\": {\"a\": -1}}}"),
        Arguments.of("tokenize.problem.id", "{\"model\": {\"vocab\": {\"a\": 2147483648}}}"),
        Arguments.of("tokenize.problem.pieces", "{\"model\": {\"vocab\": {\"a\": 1e99}}}"),
        Arguments.of("tokenize.problem.no-pieces", "{\"model\": {\"vocab\": {}}}"),
        Arguments.of(
            "tokenize.problem.merge",
            "{\"model\": {\"vocab\": {\"a\": 0}, \"merges\": [\"a b\"]}}"),
        Arguments.of(
            "tokenize.problem.pair", "{\"model\": {\"vocab\": {\"a\": 0}, \"merges\": [\"a\"]}}"),
        Arguments.of(
            "tokenize.problem.pair",
            "{\"model\": {\"vocab\": {\"a\": 0}, \"merges\": [[\"a\", \"a\", \"a\"]]}}"),
        Arguments.of(
            "tokenize.problem.kind", "{\"model\": {\"type\": \"X\", \"vocab\": {\"a\": 0}}}"),
        Arguments.of(
            "tokenize.problem.scored",
            "{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", 1e999]]}}"),
        Arguments.of(
            "tokenize.problem.no-unknown",
            "{\"model\": {\"type\": \"Unigram\", \"vocab\": [[\"a\", 0]], \"unk_id\": 7}}"),
        Arguments.of(
            "tokenize.problem.no-unknown",
            "{\"model\": {\"type\": \"WordPiece\", \"unk_token\": \"u\", \"vocab\": {\"a\": 0}}}"),
        Arguments.of(
            "tokenize.problem.kind", "{" + PAIRS + ", \"normalizer\": {\"type\": \"Magic\"}}"),
        Arguments.of(
            "tokenize.problem.pattern",
            "{"
                + PAIRS
                + ", \"pre_tokenizer\": {\"type\": \"Split\", \"pattern\": "
                + "{\"Regex\": \"(a\"}}}"),
        Arguments.of(
            "tokenize.problem.long-pattern",
            "{"
                + PAIRS
                + ", \"pre_tokenizer\": {\"type\": \"Split\", \"pattern\": {\"Regex\": \""
                + "(".repeat(50_000)
                + "\"}}}"),
        Arguments.of(
            "tokenize.problem.character-map",
            "{"
                + PAIRS
                + ", \"normalizer\": {\"type\": \"Precompiled\", "
                + "\"precompiled_charsmap\": \"AAAA\"}}"),
        Arguments.of(
            "tokenize.problem.template",
            "{"
                + PAIRS
                + ", \"post_processor\": {\"type\": \"TemplateProcessing\", "
                + "\"single\": []}}"),
        Arguments.of(
            "tokenize.problem.id",
            "{" + PAIRS + ", \"added_tokens\": [{\"id\": 2000000000, \"content\": \"x\"}]}"));
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void wholeFilesWithFaults(String key, String json) throws Problem {
    assertFault(key, "tokenizer.json", json);
  }

  @Test
  void olderFilesWithFaults() throws Problem {
    assertFault("tokenize.problem.no-special", "vocab.txt", "a\nb\n");
    assertFault("tokenize.problem.beside", "vocab.json", "{\"ab\": 0}");
    assertFault("tokenize.problem.merge", "merges.txt", "a b\n");
    assertFault("tokenize.problem.pair", "merges.txt", "a b c\n");
    assertFault("json.problem.empty", "config.json", "");
  }

  @Test
  void filesThatAreMissing() throws Problem {
    assertFault("tokenize.problem.beside", "sentencepiece.bpe.model", "");
    assertFault("tokenize.problem.beside", "source.spm", "");
  }

  @Test
  void damagedModelsOfSentencePiece() throws IOException, Problem {
    byte[] whole =
        new SmallVocabulary().piece("<unk>", 0, UNKNOWN).piece("a", -1, NORMAL).toBytes();
    for (int length = 1; length < whole.length; length++) {
      Files.write(folder.resolve("spiece.model"), Arrays.copyOf(whole, length));
      assertThrows(Problem.class, () -> Ids.open(folder));
    }
    byte[] lying = {10, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7};
    Files.write(folder.resolve("spiece.model"), lying);
    assertSaid("tokenize.problem.protobuf", () -> Ids.open(folder));
  }

  @Test
  void aPatternThatTakesTooLongIsGivenUp() throws Problem {
    for (String regex : List.of("(a+)+$", "(a|b|ab)*c", "((a?){50}){50}b")) {
      write(
          folder,
          "tokenizer.json",
          "{%s, \"pre_tokenizer\": {\"type\": \"Split\", \"pattern\": {\"Regex\": \"%s\"}}}"
              .formatted(PAIRS, regex));
      Tokenizer tokenizer = Ids.open(folder);
      assertSaid("tokenize.problem.slow-pattern", () -> tokenizer.encode("a".repeat(40_000) + "!"));
    }
  }

  @Test
  void aDamagedCharacterMapRewritesNothingBeyondItself() throws Problem {
    write(
        folder,
        "tokenizer.json",
        "{"
            + PAIRS
            + ", \"normalizer\": {\"type\": \"Precompiled\", "
            + "\"precompiled_charsmap\": \"EAAAAP////////////////////8=\"}}");
    assertEquals(List.of(0, 1), Ids.ids(Ids.open(folder), "ab"));
  }

  @Test
  void whatTheVocabularyCantSayIsSaid() throws Problem {
    write(folder, "tokenizer.json", "{" + PAIRS + "}");
    Tokenizer tokenizer = Ids.open(folder);
    assertSaid("tokenize.problem.unknown-letter", () -> tokenizer.encode("abc"));
    assertSaid("tokenize.problem.unknown-letter", () -> tokenizer.encode("a\uD800"));
    assertSaid("tokenize.problem.long-text", () -> tokenizer.encode("a".repeat(60_000)));
    assertTrue(tokenizer.encode("").isEmpty());
    assertEquals("a", tokenizer.decode(List.of(0, -1, Integer.MAX_VALUE)));
  }
}
