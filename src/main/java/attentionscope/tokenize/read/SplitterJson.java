package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.split.Behaviour;
import attentionscope.tokenize.split.Metaspace;
import attentionscope.tokenize.split.Metaspace.Front;
import attentionscope.tokenize.split.PatternSplit;
import attentionscope.tokenize.split.Splitter;
import attentionscope.tokenize.text.SafePattern;
import java.util.ArrayList;
import java.util.List;

/** The pre-tokenizers of a {@code tokenizer.json}. */
final class SplitterJson {
  private static final SafePattern DIGIT = SafePattern.of("\\p{N}");

  private SplitterJson() {}

  static Splitter read(Fields fields) throws Problem {
    String kind = fields.text("type");
    return switch (kind) {
      case "Sequence" -> {
        List<Splitter> steps = new ArrayList<>();
        for (Fields step : fields.objects("pretokenizers")) {
          steps.add(read(step));
        }
        yield Splitter.sequence(steps);
      }
      case "ByteLevel" ->
          byteLevel(fields.flag("add_prefix_space", true), fields.flag("use_regex", true));
      case "BertPreTokenizer" -> PatternSplit.BERT;
      case "Whitespace" -> PatternSplit.WORDS;
      case "WhitespaceSplit" -> PatternSplit.WHITE_SPACE;
      case "Punctuation" ->
          new PatternSplit(PatternSplit.PUNCTUATION, behaviour(fields, Behaviour.ISOLATED), false);
      case "Digits" ->
          new PatternSplit(
              DIGIT,
              fields.flag("individual_digits", false) ? Behaviour.ISOLATED : Behaviour.CONTIGUOUS,
              false);
      case "CharDelimiterSplit" ->
          new PatternSplit(SafePattern.literal(fields.text("delimiter")), Behaviour.REMOVED, false);
      case "Split" ->
          new PatternSplit(
              NormalizerJson.pattern(fields),
              behaviour(fields, Behaviour.ISOLATED),
              fields.flag("invert", false));
      case "Metaspace" ->
          new Metaspace(fields.text("replacement"), front(fields), fields.flag("split", true));
      default -> throw fields.unknown(kind);
    };
  }

  /** GPT-2's words in the letters of their bytes. */
  static Splitter byteLevel(boolean spaceInFront, boolean words) {
    return Splitter.sequence(
        List.of(
            spaceInFront ? Splitter.SPACE_IN_FRONT : Splitter.NONE,
            words ? PatternSplit.GPT2 : Splitter.NONE,
            Splitter.TO_BYTES));
  }

  /** Older files say {@code add_prefix_space}. */
  static Front front(Fields fields) throws Problem {
    String scheme = fields.maybeText("prepend_scheme").orElse("");
    return switch (scheme) {
      case "always" -> Front.ALWAYS;
      case "first" -> Front.FIRST;
      case "never" -> Front.NEVER;
      case "" -> fields.flag("add_prefix_space", true) ? Front.ALWAYS : Front.NEVER;
      default -> throw fields.unknown(scheme);
    };
  }

  private static Behaviour behaviour(Fields fields, Behaviour otherwise) throws Problem {
    String name = fields.maybeText("behavior").orElse("");
    return switch (name) {
      case "Removed" -> Behaviour.REMOVED;
      case "Isolated" -> Behaviour.ISOLATED;
      case "MergedWithPrevious" -> Behaviour.MERGED_WITH_PREVIOUS;
      case "MergedWithNext" -> Behaviour.MERGED_WITH_NEXT;
      case "Contiguous" -> Behaviour.CONTIGUOUS;
      case "" -> otherwise;
      default -> throw fields.unknown(name);
    };
  }
}
