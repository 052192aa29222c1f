package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.decode.ByteRuns;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.normal.CharacterMap;
import attentionscope.tokenize.normal.CharacterSteps;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.normal.Replacement;
import attentionscope.tokenize.normal.UnicodeForm;
import attentionscope.tokenize.piece.Merges;
import attentionscope.tokenize.piece.PairMerging;
import attentionscope.tokenize.piece.PieceModel;
import attentionscope.tokenize.piece.Unigram;
import attentionscope.tokenize.piece.Unknown;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;
import attentionscope.tokenize.pipeline.Framing;
import attentionscope.tokenize.pipeline.Lettering;
import attentionscope.tokenize.pipeline.Pipeline;
import attentionscope.tokenize.split.Metaspace;
import attentionscope.tokenize.split.Splitter;
import attentionscope.tokenize.text.SafePattern;
import java.nio.file.Path;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** A SentencePiece model whose ids are those of its pieces: T5, ALBERT, Llama, Mistral. */
final class SentencePieceForm {
  private static final int EXTRA = 100;

  private SentencePieceForm() {}

  static Pipeline.Parts read(Path path, Settings settings) throws Problem {
    SentencePieceFile file = SentencePieceFile.read(path);
    Vocabulary vocabulary = file.vocabulary();
    List<Added> added = new ArrayList<>();
    file.control.stream().forEach(id -> added.add(Added.special(id, vocabulary.piece(id))));
    if (file.mergesPairs()) {
      file.userDefined.stream()
          .forEach(
              id ->
                  added.add(new Added(id, vocabulary.piece(id), false, true, false, false, false)));
    }
    Specials specials = new Specials(path, vocabulary);
    String family = settings.family();
    boolean spiece = path.endsWith("spiece.model");
    boolean albert = family.equals("albert") || (family.isEmpty() && vocabulary.has("[CLS]"));
    boolean t5 = family.matches("u?mt5|t5|longt5") || (family.isEmpty() && spiece && !albert);
    int extra = t5 ? Math.min(1_000, settings.whole("extra_ids").orElse(EXTRA)) : 0;
    for (int i = 0; i < extra; i++) {
      added.add(Added.special(vocabulary.size() + extra - 1 - i, "<extra_id_" + i + ">"));
    }
    Framing framing =
        t5
            ? new Framing(List.of(), List.of(specials.id("</s>")))
            : albert
                ? new Framing(List.of(specials.id("[CLS]")), List.of(specials.id("[SEP]")))
                : sentence(specials, settings);
    return new Pipeline.Parts(
        vocabulary,
        settings.added(added, vocabulary),
        albert
            ? Normalizer.sequence(List.of(albert(settings), normalizer(file)))
            : normalizer(file),
        splitter(file),
        model(file, vocabulary),
        framing,
        decoder(file),
        Lettering.MARKS);
  }

  private static Framing sentence(Specials specials, Settings settings) throws Problem {
    String start = settings.role("bos_token", "<s>");
    String end = settings.role("eos_token", "</s>");
    boolean starts = settings.flag("add_bos_token", specials.vocabulary().has(start));
    return new Framing(
        starts ? List.of(specials.id(start)) : List.of(),
        settings.flag("add_eos_token", false) ? List.of(specials.id(end)) : List.of());
  }

  private static Normalizer albert(Settings settings) throws Problem {
    List<Normalizer> steps = new ArrayList<>();
    steps.add(new Replacement(SafePattern.of("``|''"), "\""));
    if (!settings.flag("keep_accents", false)) {
      steps.add(new UnicodeForm(Form.NFKD));
      steps.add(CharacterSteps.WITHOUT_MARKS);
    }
    if (settings.flag("do_lower_case", true)) {
      steps.add(CharacterSteps.LOWERCASE);
    }
    return Normalizer.sequence(steps);
  }

  /** Characters by the model's own table, then no space more than needed. */
  static Normalizer normalizer(SentencePieceFile file) throws Problem {
    List<Normalizer> steps = new ArrayList<>();
    steps.add(CharacterMap.read(file.file(), file.characterMap));
    if (file.fewerSpaces) {
      steps.add(Normalizer.strip(true, true));
      steps.add(new Replacement(SafePattern.of(" {2,}"), " "));
    }
    return Normalizer.sequence(steps);
  }

  /** The whole text is one word; its spaces are marks, with one more in front. */
  static Splitter splitter(SentencePieceFile file) {
    Splitter marks = new Metaspace(Metaspace.MARK, Metaspace.Front.NEVER, false);
    return file.spaceInFront
        ? Splitter.sequence(List.of(text -> List.of(text.startingWith(Metaspace.MARK)), marks))
        : marks;
  }

  static PieceModel model(SentencePieceFile file, Vocabulary vocabulary) {
    Unknown unknown = Unknown.of(vocabulary, OptionalInt.of(file.unknown), true, file.byteFallback);
    if (file.mergesPairs()) {
      Merges merges = new Merges.Scores(vocabulary, file.scores());
      return new PairMerging(vocabulary, merges, unknown, PairMerging.Signs.NONE, false);
    }
    BitSet spoken = (BitSet) file.normal.clone();
    spoken.or(file.userDefined);
    return new Unigram(vocabulary, file.scores(), spoken, unknown);
  }

  static Decoder decoder(SentencePieceFile file) {
    Decoder spaces = Decoder.replaced(SafePattern.literal(Metaspace.MARK), " ");
    int front = file.spaceInFront ? 1 : 0;
    return Decoder.sequence(
        List.of(spaces, new ByteRuns(), Decoder.FUSED, Decoder.stripped(' ', front, 0)));
  }
}
