package attentionscope.bench;

import static attentionscope.bench.Torch.then;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Seq2Seq;
import attentionscope.model.Seq2SeqConfig;
import attentionscope.model.Tokens;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.SeededParameters;
import java.util.List;
import java.util.Optional;

/** An LSTM encoder-decoder with dot attention, as for dates; nn.LSTM on the other side. */
final class RecurrentTrainingRow extends TrainingRow {

  private static final int SAMPLES = 128;
  private static final int WORDS = 59;
  private static final int WIDTH = 128;

  private final NDArray sourceTable;
  private final NDArray targetTable;
  private final NDList encoder;
  private final NDList decoder;
  private final TorchProjection output;
  private final NDArray zeros;

  RecurrentTrainingRow() throws Problem {
    super(
        new Seq2Seq("bench", config(), new SeededParameters(4), List.of()),
        new ModelInput(
            tokens(SAMPLES, 1, WORDS, 29), Optional.of(tokens(SAMPLES, 2, WORDS, 10)), ""),
        tokens(SAMPLES, 3, WORDS, 10).ids());
    sourceTable = torch().matrix("source.embedding.weight");
    targetTable = torch().matrix("target.embedding.weight");
    encoder = cell("encoder.0");
    decoder = cell("decoder.0");
    output = TorchProjection.of(torch(), "logits");
    zeros = torch().manager().zeros(new Shape(1, SAMPLES, WIDTH));
  }

  private static Seq2SeqConfig config() {
    RecurrentAttention attention =
        new RecurrentAttention(AttentionScore.DOT, 0, AttentionWindow.GLOBAL, AttentionChoice.SOFT);
    return new Seq2SeqConfig(
        RecurrentCell.LSTM,
        1,
        16,
        WIDTH,
        false,
        false,
        false,
        true,
        false,
        Optional.of(attention),
        Optional.empty(),
        AttentionFeed.NOTHING,
        WORDS,
        WORDS);
  }

  /** The parameters in nn.LSTM's order; its second bias, which ours has not, stays zero. */
  private NDList cell(String id) throws Problem {
    return new NDList(
        torch().transposed(id + ".projected.weight"),
        torch().transposed(id + ".recurrent.weight"),
        torch().vector(id + ".projected.bias"),
        torch().manager().zeros(new Shape(4 * WIDTH)));
  }

  @Override
  NDArray logits(NDManager run) {
    NDList read = lstm(run, input().source(), sourceTable, new NDList(zeros, zeros), encoder);
    NDArray states = read.get(0); // B x T_k x d_h
    Tokens target = input().target().orElseThrow();
    NDList written = lstm(run, target, targetTable, new NDList(read.get(1), read.get(2)), decoder);
    NDArray queries = written.get(0); // B x T_q x d_h
    NDArray scores = then(states.transpose(0, 2, 1), queries::matMul); // B x T_q x T_k
    NDArray weights = then(scores, x -> x.softmax(-1));
    NDArray context = then(weights, x -> x.matMul(states)); // B x T_q x d_h
    return then(then(context, x -> x.concat(queries, 2)), output::apply);
  }

  private static NDList lstm(
      NDManager run, Tokens tokens, NDArray table, NDList state, NDList parameters) {
    NDArray ids = Torch.ids(run, tokens.samples(), tokens.ids());
    try (NDArray x = then(ids, y -> Torch.embedding(y, table))) {
      return x.getNDArrayInternal().lstm(x, state, parameters, true, 1, 0, true, false, true);
    }
  }
}
