package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import attentionscope.tokenize.decode.ByteRuns;
import attentionscope.tokenize.decode.Decoder;
import attentionscope.tokenize.decode.WordPieceWords;
import attentionscope.tokenize.split.Metaspace.Front;
import java.util.ArrayList;
import java.util.List;

/** The decoders of a {@code tokenizer.json}. */
final class DecoderJson {
  private DecoderJson() {}

  static Decoder read(Fields fields) throws Problem {
    String kind = fields.text("type");
    return switch (kind) {
      case "Sequence" -> {
        List<Decoder> steps = new ArrayList<>();
        for (Fields step : fields.objects("decoders")) {
          steps.add(read(step));
        }
        yield Decoder.sequence(steps);
      }
      case "ByteLevel" -> Decoder.FROM_BYTES;
      case "WordPiece" ->
          new WordPieceWords(fields.maybeText("prefix").orElse("##"), fields.flag("cleanup", true));
      case "Metaspace" ->
          Decoder.marked(fields.text("replacement"), SplitterJson.front(fields) != Front.NEVER);
      case "BPEDecoder" -> Decoder.ended(fields.maybeText("suffix").orElse("</w>"));
      case "ByteFallback" -> new ByteRuns();
      case "Fuse" -> Decoder.FUSED;
      case "Replace" -> Decoder.replaced(NormalizerJson.pattern(fields), fields.text("content"));
      case "Strip" -> {
        String letter = fields.text("content");
        if (letter.length() != 1) {
          throw fields.unknown(letter);
        }
        yield Decoder.stripped(letter.charAt(0), fields.whole("start"), fields.whole("stop"));
      }
      default -> throw fields.unknown(kind);
    };
  }
}
