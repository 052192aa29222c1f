package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Concat;
import attentionscope.op.Given;
import attentionscope.op.StackRows;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * Recurrent layers on top of each other. Of two directions each reads the whole sequence, and their
 * states stand side by side (Schuster and Paliwal 1997).
 *
 * @param cell what a step does
 * @param layers how many
 * @param width d_h of one direction
 * @param bidirectional whether a second network reads from each sample's last token to its first
 * @param skip whether a layer's input is added to its output, from the second layer on (Wu et al.
 *     2016, section 3.1)
 */
public record RecurrentStack(
    RecurrentCell cell, int layers, int width, boolean bidirectional, boolean skip) {

  /**
   * What an encoder has made of a sequence.
   *
   * @param states of the last layer at every token, B·T x width; zeros at padding
   * @param last the state of every layer after the sequence; of two directions each one's own last
   */
  public record Encoded(Node states, List<RecurrentState> last) {

    public Encoded {
      last = List.copyOf(last);
    }

    /** What stands for the whole sequence: the last layer's last hidden state, B x width. */
    public Node bottleneck() {
      return last.getLast().hidden();
    }
  }

  /** Width of what a layer puts out. */
  public int output() {
    return bidirectional ? 2 * width : width;
  }

  RecurrentLayer layer() {
    return new RecurrentLayer(cell, width);
  }

  /**
   * Reads a sequence. Nodes, besides those of the layers: {@code <id>.start} (zeros), {@code
   * <id>.0.hidden} (all steps) and with two directions {@code <id>.0.concat}, {@code
   * <id>.1.residual}, {@code <id>.states}, {@code <id>.last}; of the layers below {@code
   * <id>.0.last}, and of an LSTM {@code <id>.0.last.cell}.
   *
   * @param x B·T x d
   * @param time how it is read
   */
  public Encoded encode(Graph graph, TensorId id, Node x, Timeline time) throws Problem {
    Axis samples = new Axis(Axis.Role.SAMPLES, Axis.Part.NONE, time.samples(), 1, List.of());
    RecurrentState start = zeros(graph, id.child("start"), samples);
    List<RecurrentState> last = new ArrayList<>();
    Node now = time.bySteps(graph, id.child("by-step"), x); // T·B x d
    for (int number = 0; number < layers; number++) {
      TensorId layer = id.child(number);
      List<Run> runs = runs(graph, layer, now, time, start);
      List<Node> hidden = runs.stream().map(Run::hidden).toList();
      Node put =
          hidden.size() == 1
              ? hidden.getFirst()
              : concat(graph, layer.child("concat"), hidden, time.bySteps());
      now = between(graph, layer, number, now, put);
      boolean top = number == layers - 1;
      last.add(last(graph, top ? id.child("last") : layer.child("last"), top, runs, samples));
    }
    return new Encoded(time.withoutPadding(graph, id.child("states"), now), last);
  }

  /** A state of zeros, the same for all layers. */
  public RecurrentState zeros(Graph graph, TensorId id, Axis samples) throws Problem {
    FMatrixRMaj zeros = new FMatrixRMaj(samples.size(), width);
    Node start =
        graph.record(
            id, new Given("state", zeros, new Origin.Rule()), samples, Axis.features(width));
    return new RecurrentState(
        start, cell == RecurrentCell.LSTM ? Optional.of(start) : Optional.empty());
  }

  /**
   * A layer's output on its way to the next: its input is added where there are connections, and
   * cells are left out between layers while the model learns.
   */
  Node between(Graph graph, TensorId id, int number, Node input, Node output) throws Problem {
    boolean added = skip && number > 0;
    Node sum =
        added
            ? graph.record(
                id.child("residual"), Add.RESIDUAL, output.rows(), output.columns(), input, output)
            : output;
    return number == layers - 1 ? sum : graph.dropout(id, sum);
  }

  /** One direction of a layer: its states at all steps, and the last of them. */
  private record Run(Node hidden, RecurrentState last) {}

  private List<Run> runs(Graph graph, TensorId layer, Node x, Timeline time, RecurrentState start)
      throws Problem {
    return bidirectional
        ? List.of(
            run(graph, layer.child("forward"), x, time, start, false),
            run(graph, layer.child("backward"), x, time, start, true))
        : List.of(run(graph, layer, x, time, start, false));
  }

  private Run run(
      Graph graph, TensorId id, Node x, Timeline time, RecurrentState start, boolean backwards)
      throws Problem {
    Node projected = layer().project(graph, id, id.child("projected"), x); // T·B x gates·d_h
    Node[] hidden = new Node[time.steps()];
    RecurrentState state = start;
    for (int i = 0; i < time.steps(); i++) {
      int step = backwards ? time.steps() - 1 - i : i;
      int row = step * time.samples();
      state =
          layer().step(graph, id, step, projected, row, state, time.resting(step), time.step(step));
      hidden[step] = state.hidden();
    }
    Node all =
        graph
            .tape()
            .record(
                id.child("hidden"),
                new StackRows(),
                time.bySteps(),
                Axis.features(width),
                Arrays.asList(hidden));
    return new Run(all, state);
  }

  /** The last states of a layer's directions as one; below the top only where there are two. */
  private RecurrentState last(Graph graph, TensorId id, boolean top, List<Run> runs, Axis samples)
      throws Problem {
    RecurrentState first = runs.getFirst().last();
    if (!top && runs.size() == 1) {
      return first;
    }
    List<Node> hidden = runs.stream().map(run -> run.last().hidden()).toList();
    Node last = concat(graph, id, hidden, samples);
    if (first.cell().isEmpty() || runs.size() == 1) {
      return new RecurrentState(last, first.cell());
    }
    List<Node> cells = runs.stream().map(run -> run.last().cell().orElseThrow()).toList();
    return new RecurrentState(last, Optional.of(concat(graph, id.child("cell"), cells, samples)));
  }

  private Node concat(Graph graph, TensorId id, List<Node> parts, Axis rows) throws Problem {
    return graph.tape().record(id, new Concat(), rows, Axis.features(output()), parts);
  }
}
