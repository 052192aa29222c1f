package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Gradients;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What gradients say is what happens: a parameter is moved a little, and the loss follows. */
class GradientsTest {

  /** How far a parameter is moved each way: little, for a relu near its bend has two slopes. */
  private static final float MOVE = 1f / 2048;

  /** Of 1 + the gradient: rounding of the loss over twice the move. */
  private static final double TOLERANCE = 5e-3;

  /** Cells tried of each parameter. */
  private static final int CELLS = 3;

  @ParameterizedTest
  @MethodSource("attentionscope.model.ModelExactnessTest#everyConfiguration")
  void theLossMovesAsItsGradientsSay(TransformerConfig config) throws Problem {
    Tape tape = Tape.plain();
    Gradients.of(tape, loss(config, tape));
    Random random = new Random(config.hashCode());
    int tried = 0;
    for (Node parameter : tape.nodes()) {
      Optional<Node> gradient = tape.find(parameter.id().in(Gradients.FAMILY));
      if (!parameter.op().kind().equals("parameter") || gradient.isEmpty()) {
        continue;
      }
      for (int i = 0; i < CELLS; i++) {
        int row = random.nextInt(parameter.value().numRows);
        int column = random.nextInt(parameter.value().numCols);
        double expected = slope(config, parameter, row, column);
        double found = gradient.get().at(row, column);
        CellRef cell = parameter.ref(row, column);
        assertEquals(expected, found, TOLERANCE * (1 + Math.abs(expected)), cell::toString);
        tried++;
      }
    }
    assertTrue(tried > 100, () -> "only a few parameters have gradients");
  }

  @Test
  void pastACellSetByHandThereIsNoGradient() throws Problem {
    TransformerConfig config = ModelExactnessTest.everyConfiguration().findFirst().orElseThrow();
    CellRef cell = new CellRef(TensorId.of("encoder.0.self.concat"), 0, 0);
    Tape tape = new Tape(List.of(new Intervention.SetCell(cell, 1f)));
    Node loss = loss(config, tape);
    Problem problem = assertThrows(Problem.class, () -> Gradients.of(tape, loss));
    assertEquals("trace.problem.no-gradient", problem.key());
  }

  @Test
  void pastASilencedHeadNothingFlows() throws Problem {
    TransformerConfig config = ModelExactnessTest.everyConfiguration().findFirst().orElseThrow();
    Tape tape = new Tape(List.of(new Intervention.Zero("encoder.0.self.head.1.output")));
    Gradients.of(tape, loss(config, tape));
    assertTrue(tape.find(TensorId.of("grad/encoder.0.self.head.1.output")).isPresent());
    assertTrue(tape.find(TensorId.of("grad/encoder.0.self.head.1.weights")).isEmpty());
    assertTrue(tape.find(TensorId.of("grad/encoder.0.self.head.0.weights")).isPresent());
  }

  private static double slope(TransformerConfig config, Node parameter, int row, int column)
      throws Problem {
    float at = parameter.at(row, column);
    double above = moved(config, parameter.ref(row, column), at + MOVE);
    double below = moved(config, parameter.ref(row, column), at - MOVE);
    return (above - below) / ((double) (at + MOVE) - (at - MOVE));
  }

  private static double moved(TransformerConfig config, CellRef cell, float value) throws Problem {
    return loss(config, new Tape(List.of(new Intervention.SetCell(cell, value)))).at(0, 0);
  }

  private static Node loss(TransformerConfig config, Tape tape) throws Problem {
    Predictor model = new Transformer("test", config, new SeededParameters(3), List.of());
    ModelInput input = ModelExactnessTest.input();
    Graph graph = new Graph(tape, model.parameters(), ModelExactnessTest.droppingOf(config));
    Loss loss = ModelExactnessTest.lossOf(config);
    return loss.of(graph, model.logits(graph, input), input.target().orElseThrow().ids());
  }
}
