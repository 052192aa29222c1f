package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.piece.Vocabulary;
import attentionscope.tokenize.pipeline.Added;

/** An added token, as {@code tokenizer.json} and {@code tokenizer_config.json} write it. */
final class AddedJson {
  private AddedJson() {}

  static Added read(Fields fields, int id) throws Problem {
    if (id >= Vocabulary.MOST) {
      throw new Problem(
          "tokenize.problem.id", fields.file(), fields.text("content"), id, Vocabulary.MOST - 1);
    }
    boolean special = fields.flag("special", false);
    return new Added(
        id,
        fields.text("content"),
        special,
        fields.flag("normalized", !special),
        fields.flag("single_word", false),
        fields.flag("lstrip", false),
        fields.flag("rstrip", false));
  }
}
