package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.normal.UnicodeForm;
import attentionscope.tokenize.piece.Merges;
import attentionscope.tokenize.piece.PairMerging;
import attentionscope.tokenize.piece.Unknown;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import attentionscope.tokenize.split.PatternSplit;
import attentionscope.tokenize.split.Splitter;
import java.nio.file.Path;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Set;

/**
 * A list of pieces and a list of merges: GPT-2 and all that took over its byte pairs. Files whose
 * pieces end words with {@code </w>} are those of the first GPT, which splits as BERT does.
 */
final class ByteLevelForm {
  private static final Splitter QWEN_WORDS =
      Splitter.sequence(
          List.of(
              PatternSplit.isolated(
                  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
                      + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"),
              Splitter.TO_BYTES));

  private static final String WORD_END = "</w>";

  private ByteLevelForm() {}

  static Pipeline.Parts read(Path pieces, Path merges, Settings settings) throws Problem {
    Vocabulary vocabulary = PieceFiles.json(pieces);
    Merges.Pairs pairs = new Merges.Pairs(merges, vocabulary, "");
    PieceFiles.merges(merges, pairs);
    Specials specials = new Specials(pieces, vocabulary);
    String family = settings.family();
    boolean framed = family.matches("roberta|bart|xlmroberta|mbart|longformer|led");
    List<Added> added =
        settings.added(
            specials.found(List.of("<|endoftext|>", "<s>", "</s>", "<pad>", "<unk>", "<mask>")),
            vocabulary);
    if (ends(vocabulary)) {
      return endedWords(vocabulary, pairs, added, settings);
    }
    boolean qwen = family.startsWith("qwen");
    Unknown unknown =
        Unknown.of(
            vocabulary, vocabulary.id(settings.role("unk_token", "<|endoftext|>")), false, false);
    return new Pipeline.Parts(
        vocabulary,
        added,
        qwen ? new UnicodeForm(Form.NFC) : Normalizer.NONE,
        qwen ? QWEN_WORDS : SplitterJson.byteLevel(settings.flag("add_prefix_space", false), true),
        new PairMerging(vocabulary, pairs, unknown, PairMerging.Signs.NONE, false),
        framed
            ? new Framing(
                List.of(specials.id(settings.role("cls_token", "<s>"))),
                List.of(specials.id(settings.role("sep_token", "</s>"))))
            : started(family, specials, settings),
        Decoder.FROM_BYTES,
        Lettering.BYTES);
  }

  /** OPT begins with its start token; of others the settings may say so. */
  private static Framing started(String family, Specials specials, Settings settings)
      throws Problem {
    boolean opt = family.equals("opt");
    boolean begins = settings.flag("add_bos_token", opt);
    boolean ends = settings.flag("add_eos_token", false);
    String end = settings.role("eos_token", opt ? "</s>" : "<|endoftext|>");
    return new Framing(
        begins ? List.of(specials.id(settings.role("bos_token", end))) : List.of(),
        ends ? List.of(specials.id(end)) : List.of());
  }

  private static boolean ends(Vocabulary vocabulary) {
    return Set.of("e</w>", "s</w>", "a</w>").stream().anyMatch(vocabulary::has);
  }

  private static Pipeline.Parts endedWords(
      Vocabulary vocabulary, Merges.Pairs pairs, List<Added> added, Settings settings)
      throws Problem {
    Unknown unknown =
        Unknown.of(vocabulary, vocabulary.id(settings.role("unk_token", "<unk>")), false, false);
    return new Pipeline.Parts(
        vocabulary,
        added,
        NormalizerJson.bert(true, true, true, true),
        PatternSplit.BERT,
        new PairMerging(vocabulary, pairs, unknown, new PairMerging.Signs("", WORD_END), false),
        Framing.NONE,
        Decoder.ended(WORD_END),
        Lettering.PLAIN);
  }
}
