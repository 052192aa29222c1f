package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Gradients;
import attentionscope.tensor.Stock;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operation that leaves a cell unwritten would show what an earlier run left there. */
class UsedRoomTest {

  /** What is learned from. */
  record Lesson(Predictor model, ModelInput input, Graph.Dropping dropping, Loss loss) {}

  static Stream<Lesson> everyLesson() {
    Stream<Lesson> transformers =
        ModelExactnessTest.everyConfiguration()
            .map(
                config ->
                    new Lesson(
                        new Transformer("test", config, new SeededParameters(3), List.of()),
                        ModelExactnessTest.input(),
                        ModelExactnessTest.droppingOf(config),
                        ModelExactnessTest.lossOf(config)));
    Stream<Lesson> recurrent =
        RecurrentGradientTest.everyModel()
            .map(
                model ->
                    new Lesson(
                        model,
                        RecurrentRuns.input(),
                        new Graph.Dropping(0.25, 6),
                        Loss.ignoring(-1)));
    return Stream.concat(transformers, recurrent);
  }

  @ParameterizedTest
  @MethodSource("everyLesson")
  void aRunInUsedRoomGivesTheSameBits(Lesson lesson) throws Problem {
    List<Node> plain = learned(lesson);
    Stock stock = new Stock();
    for (Node node : stock.during(() -> learned(lesson))) {
      if (!node.inputs().isEmpty()) {
        node.value().fill(Float.NaN);
      }
    }
    List<Node> again = stock.during(() -> learned(lesson));
    assertTrue(plain.size() > 50, () -> "a run of a few matrices only");
    for (int i = 0; i < plain.size(); i++) {
      assertArrayEquals(bits(plain.get(i)), bits(again.get(i)), plain.get(i)::toString);
    }
  }

  private static List<Node> learned(Lesson lesson) throws Problem {
    Predictor model = lesson.model();
    Graph graph = new Graph(Tape.plain(), model.parameters(), lesson.dropping());
    Node logits = model.logits(graph, lesson.input());
    Gradients.of(graph.tape(), lesson.loss().of(graph, logits, targets(lesson, logits)));
    return graph.tape().nodes();
  }

  private static List<Integer> targets(Lesson lesson, Node logits) {
    return lesson
        .input()
        .target()
        .map(Tokens::ids)
        .filter(ids -> ids.size() == logits.rows().size())
        .orElse(Collections.nCopies(logits.rows().size(), 1));
  }

  private static int[] bits(Node node) {
    float[] cells = node.value().data;
    return IntStream.range(0, node.value().getNumElements())
        .map(i -> Float.floatToRawIntBits(cells[i]))
        .toArray();
  }
}
