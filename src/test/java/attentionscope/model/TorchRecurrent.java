package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.Decoding;
import attentionscope.nn.Graph;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.RecurrentDecoder;
import attentionscope.nn.RecurrentStack;
import attentionscope.nn.RecurrentState;
import attentionscope.nn.Timeline;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** An nn.LSTM that reads and one that writes: every state of every layer, logits and gradients. */
final class TorchRecurrent {

  private final ReferenceCase given;
  private final TorchBatch batch;
  private final int layers;
  private final boolean bidirectional;
  private final TorchParameters parameters;
  private final Tape tape = Tape.plain();
  private final Graph graph;

  private TorchRecurrent(ReferenceCase given) throws Problem {
    this.given = given;
    this.batch = new TorchBatch(given.expected(), given.is("batch_first"));
    this.layers = given.whole("num_layers");
    this.bidirectional = given.is("bidirectional_encoder");
    this.parameters = new TorchParameters(given.model());
    for (int layer = 0; layer < layers; layer++) {
      String ours = "encoder." + layer;
      parameters.lstm("encoder.", "l" + layer, bidirectional ? ours + ".forward" : ours);
      if (bidirectional) {
        parameters.lstm("encoder.", "l" + layer + "_reverse", ours + ".backward");
      }
      parameters.lstm("decoder.", "l" + layer, "decoder." + layer);
    }
    parameters.linear("linear", "logits");
    this.graph = new Graph(tape, parameters.stored());
  }

  static boolean recognises(ReferenceCase given) {
    return given.has("gate_order", "hidden_size", "num_layers", "bridge");
  }

  static void compare(ReferenceCase given, Comparison comparison) throws Problem {
    new TorchRecurrent(given).compare(comparison);
  }

  private void compare(Comparison comparison) throws Problem {
    Node source = input("src", Axis.Role.SOURCE_TOKENS);
    Node target = input("tgt", Axis.Role.TARGET_TOKENS);
    Timeline reading = new Timeline(source.rows(), padding(source.rows()), false);
    Timeline writing = Timeline.full(target.rows());
    int width = given.whole("hidden_size");
    RecurrentStack encoder =
        new RecurrentStack(RecurrentCell.LSTM, layers, width, bidirectional, false);
    RecurrentStack decoder =
        new RecurrentStack(RecurrentCell.LSTM, layers, encoder.output(), false, false);
    RecurrentDecoder plan =
        new RecurrentDecoder(
            decoder, false, Optional.empty(), Optional.empty(), AttentionFeed.NOTHING);

    RecurrentStack.Encoded encoded = encoder.encode(graph, TensorId.of("encoder"), source, reading);
    Node states = new Decoding(graph, plan, encoded.last(), encoded, reading).all(target, writing);
    int vocabulary = given.expected().get("logits").shape().size(-1);
    Node logits =
        new RecurrentOutput(vocabulary, List.of()).apply(graph, TensorId.of("logits"), states);
    Gradients.of(
        tape,
        Map.of(
            logits,
            batch.matrix("loss_coef"),
            encoded.states(),
            batch.matrix("loss_coef_encoder")));
    Trace trace =
        tape.finish(new Provenance(given.name(), parameters.stored().origin(), "", List.of()));

    comparison.inputs("src", "tgt", "src_lengths", "loss_coef", "loss_coef_encoder");
    comparison.same("encoder.output", batch.ordered(encoded.states()));
    comparison.same("decoder.output", batch.ordered(states));
    comparison.same("logits", batch.ordered(logits));
    for (int layer = 0; layer < layers; layer++) {
      optionally(comparison, "encoder.layer" + layer + ".hidden_states", encoded(layer, reading));
      String stored = "decoder.layer" + layer;
      TensorId own = TensorId.of("decoder").child(layer).child("step");
      optionally(comparison, stored + ".hidden_states", steps(trace, own, "hidden", writing));
      optionally(comparison, stored + ".cell_states", steps(trace, own, "cell", writing));
    }
    last(comparison, trace, encoded, reading, writing);
    loss(comparison, logits, encoded.states());
    parameters.compareGradients(comparison, "grad.", tape);
    for (Node put : List.of(source, target)) {
      Node gradient = trace.get(put.id().in(Gradients.FAMILY));
      comparison.same("grad." + put.id(), batch.ordered(gradient));
    }
  }

  private Node input(String name, Axis.Role role) throws Problem {
    FMatrixRMaj matrix = batch.matrix(name);
    return graph.input(
        TensorId.of(name), matrix, batch.rows(name, role), Axis.features(matrix.numCols));
  }

  private List<Boolean> padding(Axis tokens) throws Problem {
    if (!given.expected().has("src_lengths")) {
      return Timeline.full(tokens).padding();
    }
    long[] lengths = given.expected().wholes("src_lengths", tokens.samples());
    return IntStream.range(0, tokens.size())
        .mapToObj(row -> row % tokens.length() >= lengths[tokens.sampleOf(row)])
        .toList();
  }

  private static void optionally(Comparison comparison, String name, float[] found) throws Problem {
    if (comparison.has(name)) {
      comparison.same(name, found);
    }
  }

  /** What a layer of the decoder has at every step, in PyTorch's order. */
  private float[] steps(Trace trace, TensorId layer, String leaf, Timeline time) throws Problem {
    int samples = time.samples();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < samples * time.steps(); i++) {
      int step = given.is("batch_first") ? i % time.steps() : i / samples;
      int sample = given.is("batch_first") ? i / time.steps() : i % samples;
      FMatrixRMaj matrix = trace.get(layer.child(step).child(leaf)).value();
      rows.add(row(matrix, sample));
    }
    return joined(rows);
  }

  /** What a layer of the encoder puts out, with zeros at padding, in PyTorch's order. */
  private float[] encoded(int layer, Timeline time) {
    TensorId id = TensorId.of("encoder").child(layer);
    Node bySteps = tape.find(id.child(bidirectional ? "concat" : "hidden")).orElseThrow();
    int samples = time.samples();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < samples * time.steps(); i++) {
      int step = given.is("batch_first") ? i % time.steps() : i / samples;
      int sample = given.is("batch_first") ? i / time.steps() : i % samples;
      float[] row = row(bySteps.value(), step * samples + sample);
      rows.add(time.padding().get(sample * time.steps() + step) ? new float[row.length] : row);
    }
    return joined(rows);
  }

  private void last(
      Comparison comparison,
      Trace trace,
      RecurrentStack.Encoded encoded,
      Timeline reading,
      Timeline writing)
      throws Problem {
    List<float[]> hidden = new ArrayList<>();
    List<float[]> cells = new ArrayList<>();
    List<float[]> startHidden = new ArrayList<>();
    List<float[]> startCells = new ArrayList<>();
    List<float[]> endHidden = new ArrayList<>();
    List<float[]> endCells = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      TensorId own = TensorId.of("encoder").child(layer);
      TensorId end = TensorId.of("decoder").child(layer).child("step").child(writing.steps() - 1);
      for (boolean backwards : bidirectional ? new boolean[] {false, true} : new boolean[1]) {
        TensorId direction = bidirectional ? own.child(backwards ? "backward" : "forward") : own;
        TensorId step = direction.child("step").child(backwards ? 0 : reading.steps() - 1);
        hidden.add(all(trace.get(step.child("hidden"))));
        cells.add(all(trace.get(step.child("cell"))));
      }
      RecurrentState start = encoded.last().get(layer);
      startHidden.add(all(start.hidden()));
      startCells.add(all(start.cell().orElseThrow()));
      endHidden.add(all(trace.get(end.child("hidden"))));
      endCells.add(all(trace.get(end.child("cell"))));
    }
    comparison.same("encoder.h_n", joined(hidden));
    comparison.same("encoder.c_n", joined(cells));
    comparison.same("decoder.h_0", joined(startHidden));
    comparison.same("decoder.c_0", joined(startCells));
    comparison.same("decoder.h_n", joined(endHidden));
    comparison.same("decoder.c_n", joined(endCells));
  }

  private void loss(Comparison comparison, Node logits, Node states) throws Problem {
    double loss =
        sum(logits.value(), batch.matrix("loss_coef"))
            + sum(states.value(), batch.matrix("loss_coef_encoder"));
    comparison.same("loss", (float) loss);
  }

  private static double sum(FMatrixRMaj values, FMatrixRMaj coefficients) {
    double sum = 0;
    for (int i = 0; i < coefficients.data.length; i++) {
      sum += (double) values.data[i] * coefficients.data[i];
    }
    return sum;
  }

  private static float[] row(FMatrixRMaj matrix, int row) {
    float[] cells = new float[matrix.numCols];
    System.arraycopy(matrix.data, row * matrix.numCols, cells, 0, cells.length);
    return cells;
  }

  private static float[] all(Node node) {
    return node.value().data;
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
