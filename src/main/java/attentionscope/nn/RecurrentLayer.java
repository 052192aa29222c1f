package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Blend;
import attentionscope.op.CellState;
import attentionscope.op.Gate;
import attentionscope.op.HiddenState;
import attentionscope.op.Multiply;
import attentionscope.op.Recurrence;
import attentionscope.op.Resting;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One recurrent layer. The inputs of all steps are projected in one product ({@code projected}, x
 * W_x + b); then each step adds its state's product and goes through the gates. Nodes of a step, an
 * LSTM's:
 *
 * <pre>
 *   step.t.sum = h·W_h + projected      step.t.gate.input|forget|candidate|output
 *   step.t.cell = f ⊙ c + i ⊙ g         step.t.hidden = o ⊙ tanh(c)
 * </pre>
 *
 * a GRU's {@code gate.reset|update}, {@code remembered} (r ⊙ h), {@code candidate.sum}, {@code
 * gate.candidate}, {@code hidden}; a plain network's {@code hidden}. Parameters: {@code
 * projected.weight|bias}, {@code recurrent.weight}, a GRU's {@code candidate.weight} besides. There
 * is one bias; where another program has one for x and one for h, it is their sum.
 *
 * @param cell what a step does
 * @param width d_h
 */
record RecurrentLayer(RecurrentCell cell, int width) {

  /** The inputs of one or more steps, rows x (gates·d_h); parameters are the layer's. */
  Node project(Graph graph, TensorId layer, TensorId id, Node x) throws Problem {
    Linear linear = Linear.of(cell.gates() * width, true);
    TensorId parameters = layer.child("projected");
    Optional<ReadWords> words = ReadWords.behind(graph, x);
    return words.isPresent()
        ? words.get().projected(graph, linear, id, parameters)
        : linear.apply(graph, id, parameters, x);
  }

  /**
   * One step of all samples.
   *
   * @param step its number, for its name
   * @param projected the projected inputs of this and maybe other steps
   * @param row where this step's rows begin among them
   * @param before the state before
   * @param resting the samples that have no token here
   * @param rows the samples
   */
  RecurrentState step(
      Graph graph,
      TensorId layer,
      int step,
      Node projected,
      int row,
      RecurrentState before,
      Resting resting,
      Axis rows)
      throws Problem {
    Step now =
        new Step(graph, layer, layer.child("step").child(step), projected, row, resting, rows);
    return switch (cell) {
      case RNN -> now.plain(before);
      case GRU -> now.gru(before);
      case LSTM -> now.lstm(before, before.cell().orElseThrow());
    };
  }

  /** What the nodes of one step have in common. */
  private final class Step {
    private final Graph graph;
    private final TensorId layer;
    private final TensorId id;
    private final Node projected;
    private final int row;
    private final Resting resting;
    private final Axis rows;
    private final Axis features = Axis.features(width);

    Step(
        Graph graph,
        TensorId layer,
        TensorId id,
        Node projected,
        int row,
        Resting resting,
        Axis rows) {
      this.graph = graph;
      this.layer = layer;
      this.id = id;
      this.projected = projected;
      this.row = row;
      this.resting = resting;
      this.rows = rows;
    }

    RecurrentState plain(RecurrentState before) throws Problem {
      Node sum = sum("sum", "recurrent", before.hidden(), 0, 1);
      Gate gate = new Gate(Gate.Squash.TANH, 0, width, resting);
      Node hidden = hidden(gate, before, sum);
      return new RecurrentState(hidden, Optional.empty());
    }

    RecurrentState gru(RecurrentState before) throws Problem {
      Node old = before.hidden();
      Node sum = sum("sum", "recurrent", old, 0, 2);
      Node reset = gate("reset", Gate.Squash.SIGMOID, sum, 0);
      Node update = gate("update", Gate.Squash.SIGMOID, sum, 1);
      Node remembered =
          graph.record(id.child("remembered"), new Multiply(), rows, features, reset, old);
      Node proposed = sum("candidate.sum", "candidate", remembered, 2, 1);
      Node candidate = gate("candidate", Gate.Squash.TANH, proposed, 0);
      Node hidden =
          graph.record(
              id.child("hidden"), new Blend(resting), rows, features, update, old, candidate);
      return new RecurrentState(hidden, Optional.empty());
    }

    RecurrentState lstm(RecurrentState before, Node oldCell) throws Problem {
      Node sum = sum("sum", "recurrent", before.hidden(), 0, 4);
      Node input = gate("input", Gate.Squash.SIGMOID, sum, 0);
      Node forget = gate("forget", Gate.Squash.SIGMOID, sum, 1);
      Node candidate = gate("candidate", Gate.Squash.TANH, sum, 2);
      Node output = gate("output", Gate.Squash.SIGMOID, sum, 3);
      Node newCell =
          graph.record(
              id.child("cell"),
              new CellState(resting),
              rows,
              features,
              forget,
              oldCell,
              input,
              candidate);
      HiddenState shown = new HiddenState(resting);
      Node hidden = hidden(shown, before, output, newCell);
      return new RecurrentState(hidden, Optional.of(newCell));
    }

    /** The new hidden state, which reads the old one only where samples rest. */
    private Node hidden(Op op, RecurrentState before, Node... inputs) throws Problem {
      List<Node> all = new ArrayList<>(List.of(inputs));
      if (resting.any()) {
        all.add(before.hidden());
      }
      return graph.tape().record(id.child("hidden"), op, rows, features, all);
    }

    /** h·W plus the step's share of the projected inputs, for some of the gates. */
    private Node sum(String name, String weight, Node h, int first, int count) throws Problem {
      Axis columns = Axis.features(count * width);
      Node w =
          graph.parameter(
              layer.child(weight).child("weight"), features, columns, Parameters.Kind.WEIGHT);
      Recurrence op = new Recurrence(row, first * width);
      return graph.record(id.child(name), op, rows, columns, h, w, projected);
    }

    private Node gate(String name, Gate.Squash squash, Node sum, int number) throws Problem {
      Gate gate = new Gate(squash, number * width, width);
      return graph.record(id.child("gate").child(name), gate, rows, features, sum);
    }
  }
}
