package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.Past;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Exactness;
import attentionscope.op.Gradients;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on token by token is the run at once. */
class CachedRunTest {

  private static final List<List<Integer>> SOURCES = List.of(List.of(3, 1, 4), List.of(1, 5, 9));

  static Stream<Predictor> models() {
    return ModelExactnessTest.everyConfiguration()
        .flatMap(
            config ->
                Stream.<Predictor>of(
                    new LanguageModel("test", config, true, new SeededParameters(3), List.of()),
                    new Transformer("test", config, new SeededParameters(3), List.of())))
        .filter(Predictor::remembers);
  }

  /** Later steps of all models, with gradients. */
  static Stream<Trace> steps() throws Problem {
    List<Trace> steps = new ArrayList<>();
    for (Predictor model : models().toList()) {
      steps.add(learning(model));
    }
    return steps.stream();
  }

  private static Trace learning(Predictor model) throws Problem {
    ModelInput first = input(model, List.of(List.of(7, 2), List.of(8, 6)), 1);
    Past none = Past.none();
    model.logits(graph(model, Tape.plain(), none), first);
    Tokens read = first.target().orElse(first.source());
    Axis rows = read.axis(Axis.Role.TARGET_TOKENS);
    Past past = none.after(rows, read.padding(), List.of(1, 0, 1));
    Tokens now = Tokens.unlabelled(3, List.of(1, 2, 3, 4, 5, 6), Collections.nCopies(6, false));
    ModelInput next =
        model.readsTarget()
            ? new ModelInput(first.source().chosen(List.of(1, 0, 1)), Optional.of(now), "")
            : new ModelInput(now, Optional.empty(), "");
    Tape tape = Tape.plain();
    Graph graph = graph(model, tape, past);
    Node logits = model.logits(graph, next);
    Gradients.of(tape, Loss.ignoring(-1).of(graph, logits, now.ids()));
    return tape.finish(new Provenance("", model.parameters().origin(), "", List.of()));
  }

  private static Graph graph(Predictor model, Tape tape, Past past) {
    return new Graph(tape, model.parameters(), Graph.Dropping.NOTHING, Optional.of(past));
  }

  /** Sequences that follow sources of which the first is one shorter, or that begin so. */
  private static ModelInput input(Predictor model, List<List<Integer>> sequences, int padded) {
    List<Boolean> padding = new ArrayList<>();
    for (int sample = 0; sample < sequences.size(); sample++) {
      for (int i = 0; i < sequences.get(sample).size(); i++) {
        padding.add(!model.readsTarget() && sample == 0 && i < padded);
      }
    }
    List<Integer> ids = sequences.stream().flatMap(List::stream).toList();
    Tokens tokens = Tokens.unlabelled(sequences.size(), ids, padding);
    if (!model.readsTarget()) {
      return new ModelInput(tokens, Optional.empty(), "");
    }
    List<Integer> read = SOURCES.stream().flatMap(List::stream).toList();
    Tokens source = Tokens.unlabelled(2, read, List.of(false, false, true, false, false, false));
    List<Integer> samples = sequences.size() == 1 ? List.of(0) : List.of(0, 1);
    return new ModelInput(source.chosen(samples), Optional.of(tokens), "");
  }

  @ParameterizedTest
  @MethodSource("models")
  void rowsHaveTheBitsOfARunAtOnce(Predictor model) throws Problem {
    List<List<Integer>> first = List.of(List.of(7, 2, 5), List.of(8, 6, 1));
    List<List<Integer>> all = List.of(List.of(7, 2, 5, 11, 3), List.of(8, 6, 1, 4, 12));
    CachedRun run = CachedRun.begin(model, input(model, first, 1));
    assertLast(model, first, run);
    run = run.next(List.of(11, 4));
    run = run.next(List.of(3, 12));
    assertLast(model, all, run);
    Trace whole = model.run(input(model, all, 1), List.of());
    for (Node node : run.trace().match("decoder.*.self.head.*.weights")) {
      Node other = whole.get(node.id());
      assertArrayEquals(row(other.value(), 9), row(node.value(), 1), node.id().path());
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aStepMayBeContinuedInSeveralWays(Predictor model) throws Problem {
    CachedRun begin = CachedRun.begin(model, input(model, List.of(List.of(7, 2)), 0));
    CachedRun one = begin.next(List.of(5));
    CachedRun longer = one.next(List.of(4));
    CachedRun other = begin.next(List.of(9));
    CachedRun both = one.next(List.of(0, 0), List.of(1, 3));
    assertLast(model, List.of(List.of(7, 2, 9)), other);
    assertLast(model, List.of(List.of(7, 2, 9, 1)), other.next(List.of(1)));
    assertLast(model, List.of(List.of(7, 2, 5, 4)), longer);
    FMatrixRMaj alone = one.next(List.of(3)).logits();
    assertArrayEquals(row(alone, 0), row(both.logits(), 1));
  }

  @Test
  void explanationsGiveTheStoredBits() throws Problem {
    steps().forEach(Exactness::assertExplanationsAreExact);
  }

  @Test
  void whatACellFeedsIsWhatNamesIt() throws Problem {
    steps().forEach(Exactness::assertFeedsAgreeWithExplanations);
  }

  @Test
  void aSingleSampleIsNotCopiedFromStepToStep() throws Problem {
    Predictor model = models().findFirst().orElseThrow();
    CachedRun run = CachedRun.begin(model, input(model, List.of(List.of(7, 2)), 0));
    run = run.next(List.of(5));
    TensorId keys = TensorId.of("decoder.0.self.head.0.k.all");
    float[] room = run.trace().get(keys).value().data;
    run = run.next(List.of(6));
    assertSame(room, run.trace().get(keys).value().data);
    assertEquals(4, run.trace().get(keys).value().numRows);
    assertTrue(run.trace().find(TensorId.of("decoder.0.self.head.0.k.cache")).isPresent());
    assertEquals(1, run.trace().get(TensorId.of("decoder.0.self.k")).value().numRows);
  }

  @Test
  void theSourceIsReadOnce() throws Problem {
    Predictor model = models().filter(Predictor::readsTarget).findFirst().orElseThrow();
    CachedRun run = CachedRun.begin(model, input(model, List.of(List.of(7)), 0));
    assertTrue(run.trace().match("encoder.**").size() > 10);
    run = run.next(List.of(5));
    assertEquals(List.of(), run.trace().match("encoder.**"));
    assertEquals(List.of(), run.trace().match("decoder.0.cross.k"));
  }

  /** The first of several sequences has one token of padding in front. */
  private static void assertLast(Predictor model, List<List<Integer>> sequences, CachedRun run)
      throws Problem {
    int padded = sequences.size() - 1;
    FMatrixRMaj all =
        model.run(input(model, sequences, padded), List.of()).get(TensorId.of("logits")).value();
    int length = sequences.getFirst().size();
    for (int sample = 0; sample < sequences.size(); sample++) {
      assertArrayEquals(
          row(all, sample * length + length - 1), row(run.logits(), sample), model.toString());
    }
  }

  private static float[] row(FMatrixRMaj matrix, int row) {
    return Arrays.copyOfRange(matrix.data, row * matrix.numCols, (row + 1) * matrix.numCols);
  }
}
