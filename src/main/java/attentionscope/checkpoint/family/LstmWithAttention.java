package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Seq2SeqConfig;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent encoder-decoder with dot attention, as Saito (Deep Learning from Scratch 2, chapter
 * 8) has it. Its arrays are [in, out], and the gates of a layer stand side by side in one of them.
 */
final class LstmWithAttention implements Family {

  /** The gates in the order of ours: input, forget, candidate, output. */
  private static final List<String> GATES = List.of("i", "f", "g", "o");

  @Override
  public List<String> types() {
    return List.of("lstm_attention_seq2seq");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    settings.only("stateful_decoder", true);
    String score = settings.text("dot", "attention");
    if (!score.matches("dot\\b.*")) {
      throw settings.unsupported("attention", score, "dot");
    }
    String start = settings.text("h=last encoder h, c=0", "decoder_init");
    if (!start.matches("h=last.*c=(0|last.*)")) {
      throw settings.unsupported("decoder_init", start, "h=last encoder h, c=0");
    }
    int vocabulary = settings.size(1, "vocab_size");
    int embedding = settings.size(1, "embedding_size");
    int width = settings.size(1, "hidden_size");
    List<Stored.Span> gates = gates(settings, width);
    WeightMap weights = opening.weights();
    for (String side : List.of("encoder", "decoder")) {
      String words = side.equals("encoder") ? "source" : "target";
      weights.table(words + ".embedding.weight", side + ".embed.weight", vocabulary, embedding);
      String from = side + ".lstm.";
      String to = side + ".0.";
      weights.part(to + "projected.weight", from + "Wx", embedding, 4 * width, gates);
      weights.part(to + "projected.bias", from + "bias", 1, 4 * width, gates);
      weights.part(to + "recurrent.weight", from + "Wh", width, 4 * width, gates);
    }
    weights.straight("logits", "output", 2 * width, vocabulary);
    RecurrentAttention attention =
        new RecurrentAttention(
            AttentionScore.DOT, width, AttentionWindow.GLOBAL, AttentionChoice.SOFT);
    Seq2SeqConfig config =
        new Seq2SeqConfig(
            RecurrentCell.LSTM,
            1,
            embedding,
            width,
            false,
            false,
            settings.flag(false, "reverse_source"),
            !start.endsWith("c=0"),
            false,
            Optional.of(attention),
            Optional.empty(),
            AttentionFeed.NOTHING,
            vocabulary,
            vocabulary);
    return new Seq2Seq(opening.name(), config, weights.copies(), List.of());
  }

  /** Where our gates stand in the file's order, such as {@code f,g,i,o}. */
  private static List<Stored.Span> gates(Settings settings, int width) throws Problem {
    String named = settings.text("f,g,i,o", "gate_order");
    List<String> order = Arrays.stream(named.split(",", -1)).map(String::strip).toList();
    if (order.size() != GATES.size() || !order.containsAll(GATES)) {
      throw settings.fault("gate_order", named, "f,g,i,o");
    }
    return GATES.stream().map(gate -> new Stored.Span(order.indexOf(gate) * width, width)).toList();
  }
}
