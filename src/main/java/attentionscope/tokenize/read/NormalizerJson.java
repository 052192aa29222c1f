package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.normal.CharacterMap;
import attentionscope.tokenize.normal.CharacterSteps;
import attentionscope.tokenize.normal.Normalizer;
import attentionscope.tokenize.normal.Replacement;
import attentionscope.tokenize.normal.UnicodeForm;
import attentionscope.tokenize.text.ByteLetters;
import attentionscope.tokenize.text.SafePattern;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The normalizers of a {@code tokenizer.json}. */
final class NormalizerJson {
  private NormalizerJson() {}

  static Normalizer read(Fields fields) throws Problem {
    String kind = fields.text("type");
    return switch (kind) {
      case "Sequence" -> {
        List<Normalizer> steps = new ArrayList<>();
        for (Fields step : fields.objects("normalizers")) {
          steps.add(read(step));
        }
        yield Normalizer.sequence(steps);
      }
      case "BertNormalizer" -> {
        boolean lower = fields.flag("lowercase", true);
        yield bert(
            fields.flag("clean_text", true),
            fields.flag("handle_chinese_chars", true),
            fields.flag("strip_accents", lower),
            lower);
      }
      case "NFC", "NFD", "NFKC", "NFKD" -> new UnicodeForm(Form.valueOf(kind));
      case "Lowercase" -> CharacterSteps.LOWERCASE;
      case "StripAccents" -> CharacterSteps.WITHOUT_MARKS;
      case "Nmt" -> CharacterSteps.TRANSLATION;
      case "Strip" ->
          Normalizer.strip(fields.flag("strip_left", true), fields.flag("strip_right", true));
      case "Prepend" -> Normalizer.prepend(fields.text("prepend"));
      case "Replace" -> new Replacement(pattern(fields), fields.text("content"));
      case "ByteLevel" -> text -> text.eachCharacter(c -> ByteLetters.of(Character.toString(c)));
      case "Precompiled" ->
          CharacterMap.read(fields.file(), base64(fields, "precompiled_charsmap"));
      default -> throw fields.unknown(kind);
    };
  }

  /** BERT's: {@code strip_accents} takes characters apart and drops what is only a mark. */
  static Normalizer bert(boolean clean, boolean chinese, boolean stripAccents, boolean lower) {
    List<Normalizer> steps = new ArrayList<>();
    if (clean) {
      steps.add(CharacterSteps.CLEAN);
    }
    if (chinese) {
      steps.add(CharacterSteps.CHINESE_APART);
    }
    if (stripAccents) {
      steps.add(new UnicodeForm(Form.NFD));
      steps.add(CharacterSteps.WITHOUT_ACCENTS);
    }
    if (lower) {
      steps.add(CharacterSteps.LOWERCASE);
    }
    return Normalizer.sequence(steps);
  }

  /** A text that is looked for as it stands, or a regular expression. */
  static SafePattern pattern(Fields fields) throws Problem {
    Fields pattern = fields.object("pattern");
    return pattern.has("String")
        ? SafePattern.literal(pattern.text("String"))
        : SafePattern.read(fields.file(), pattern.text("Regex"));
  }

  private static byte[] base64(Fields fields, String name) throws Problem {
    if (!fields.has(name)) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(fields.text(name));
    } catch (IllegalArgumentException fault) {
      throw new Problem(fault, "tokenize.problem.character-map", fields.file());
    }
  }
}
