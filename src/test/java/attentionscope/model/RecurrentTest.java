package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.nn.AttentionChoice;
import attentionscope.nn.AttentionFeed;
import attentionscope.nn.AttentionScore;
import attentionscope.nn.AttentionWindow;
import attentionscope.nn.RecurrentAttention;
import attentionscope.nn.RecurrentCell;
import attentionscope.nn.SeededParameters;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of recurrent models, whatever their weights. */
class RecurrentTest {

  private static final int WIDTH = 4;

  static List<Seq2SeqConfig> configurations() {
    return RecurrentRuns.configurations();
  }

  @ParameterizedTest
  @EnumSource(RecurrentCell.class)
  void everyStepIsWhatAPlainLoopComputes(RecurrentCell cell) throws Problem {
    Trace trace = run(encoder(cell, false, false), RecurrentRuns.tokens(2, 5, 3));
    PlainLoop loop = new PlainLoop(trace, "encoder.0", cell);
    for (int sample = 0; sample < 2; sample++) {
      int length = sample == 0 ? 5 : 3;
      double[][] states = loop.states(tokensOf(trace, sample, 5, length));
      for (int step = 0; step < 5; step++) {
        FMatrixRMaj hidden = value(trace, "encoder.0.step." + step + ".hidden");
        double[] expected = states[Math.min(step, length - 1)];
        for (int column = 0; column < WIDTH; column++) {
          assertEquals(expected[column], hidden.get(sample, column), 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RecurrentCell.class)
  void theWayBackBeginsAtEachSamplesOwnLastToken(RecurrentCell cell) throws Problem {
    Trace trace = run(encoder(cell, true, false), RecurrentRuns.tokens(2, 5, 3));
    PlainLoop loop = new PlainLoop(trace, "encoder.0.backward", cell);
    List<double[]> tokens = new ArrayList<>(tokensOf(trace, 1, 5, 3));
    double[][] states = loop.states(tokens.reversed());
    FMatrixRMaj last = value(trace, "encoder.last");
    for (int column = 0; column < WIDTH; column++) {
      assertEquals(states[2][column], last.get(1, WIDTH + column), 1e-6);
    }
  }

  @Test
  void aReversedSourceIsReadFromItsLastTokenAndKeepsItsPlace() throws Problem {
    Tokens source = RecurrentRuns.tokens(1, 5, 5);
    Tokens turned = Tokens.of(source.ids().reversed(), source.labels());
    Trace reversed = run(encoder(RecurrentCell.LSTM, false, true), source);
    Trace plain = run(encoder(RecurrentCell.LSTM, false, false), turned);
    same(value(plain, "encoder.last"), value(reversed, "encoder.last"));
    FMatrixRMaj there = value(plain, "encoder.states");
    FMatrixRMaj here = value(reversed, "encoder.states");
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < WIDTH; column++) {
        assertEquals(there.get(4 - row, column), here.get(row, column));
      }
    }
  }

  @Test
  void paddingHasNoStates() throws Problem {
    FMatrixRMaj states =
        value(
            run(encoder(RecurrentCell.GRU, true, false), RecurrentRuns.tokens(2, 5, 3)),
            "encoder.states");
    for (int row = 8; row < 10; row++) {
      for (int column = 0; column < states.numCols; column++) {
        assertEquals(0f, states.get(row, column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void whatIsGeneratedIsWhatTeacherForcingOfTheSameTokensComputes(Seq2SeqConfig config)
      throws Problem {
    boolean drawn =
        config.attention().isPresent()
            && config.attention().get().choice().kind() == AttentionChoice.Kind.DRAWN;
    if (drawn && config.feed() == AttentionFeed.NOTHING) {
      return; // each step then draws by itself, while all at once draw together
    }
    Seq2Seq model = RecurrentRuns.seq2Seq(config);
    Tokens source = RecurrentRuns.input().source();
    Trace free = model.generate(source, "", RecurrentRuns.START, OptionalInt.empty(), 4, List.of());
    List<Integer> said = new ArrayList<>();
    for (int sample = 0; sample < 2; sample++) {
      for (int step = 0; step < 4; step++) {
        said.add((int) value(free, "decoder.step." + step + ".tokens").get(sample, 0));
      }
    }
    Tokens target = Tokens.unlabelled(2, said, RecurrentRuns.tokens(2, 4, 4).padding());
    Trace forced = model.run(new ModelInput(source, Optional.of(target), ""), List.of());
    same(value(forced, "logits"), value(free, "logits"));
    if (config.attention().isPresent()) {
      same(value(forced, "decoder.attention.weights"), value(free, "decoder.attention.weights"));
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void wordsThatAreProjectedOnceGiveTheBitsOfEveryTokenByItself(Seq2SeqConfig config)
      throws Problem {
    Seq2Seq model = RecurrentRuns.seq2Seq(config);
    Trace once = model.run(RecurrentRuns.many(), List.of());
    TensorId embedding = TensorId.of("source.embedding");
    Node same = once.get(embedding);
    Intervention unchanged = new Intervention.SetCell(same.ref(0, 0), same.at(0, 0));
    Trace each = model.run(RecurrentRuns.many(), List.of(unchanged));
    assertTrue(once.nodes().size() > each.nodes().size());
    same(value(each, "logits"), value(once, "logits"));
  }

  @Test
  void generationEndsWithTheEndToken() throws Problem {
    Seq2Seq model = RecurrentRuns.seq2Seq(configurations().getFirst());
    Tokens source = RecurrentRuns.tokens(1, 5, 5);
    Trace all = model.generate(source, "", 1, OptionalInt.empty(), 6, List.of());
    int second = (int) value(all, "decoder.step.2.tokens").get(0, 0);
    Trace ended = model.generate(source, "", 1, OptionalInt.of(second), 6, List.of());
    assertTrue(value(ended, "logits").numRows <= 2);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void theAttentionIsFoundAndItsWeightsSumToOneAndSpareWhatIsHidden(Seq2SeqConfig config)
      throws Problem {
    Trace trace = RecurrentRuns.seq2Seq(config).run(RecurrentRuns.input(), List.of());
    List<AttentionSite> sites = AttentionSite.of(trace);
    assertEquals(config.attention().isPresent() ? 1 : 0, sites.size());
    for (AttentionSite site : sites) {
      Node weights = trace.get(site.head(0).child("weights"));
      assertEquals(8, weights.value().numRows);
      for (int row = 0; row < 8; row++) {
        double sum = 0;
        for (int key = 0; key < 5; key++) {
          sum += weights.at(row, key);
          assertTrue(row < 4 || key < 3 || weights.at(row, key) == 0, "padding is looked at");
        }
        assertEquals(1, sum, 1e-6);
      }
    }
  }

  @Test
  void aWindowShowsOnlyNeighboursAndAHardChoiceOneStateAlone() throws Problem {
    Trace trace =
        RecurrentRuns.seq2Seq(
                withAttention(
                    new AttentionWindow(AttentionWindow.Kind.MONOTONIC, 1),
                    new AttentionChoice(AttentionChoice.Kind.LARGEST, 0)))
            .run(RecurrentRuns.input(), List.of());
    FMatrixRMaj weights = value(trace, "decoder.attention.weights");
    FMatrixRMaj choice = value(trace, "decoder.attention.choice");
    for (int step = 0; step < 4; step++) {
      int largest = 0;
      for (int key = 0; key < 5; key++) {
        assertTrue(Math.abs(key - step) <= 1 || weights.get(step, key) == 0);
        largest = weights.get(step, key) > weights.get(step, largest) ? key : largest;
      }
      for (int key = 0; key < 5; key++) {
        assertEquals(key == largest ? 1f : 0f, choice.get(step, key));
      }
    }
  }

  @Test
  void withoutAttentionEverythingGoesThroughTheLastStates() throws Problem {
    Seq2SeqConfig config = encoder(RecurrentCell.GRU, false, false);
    ModelInput other =
        new ModelInput(RecurrentRuns.tokens(2, 4, 2), RecurrentRuns.input().target(), "");
    List<Intervention> silent = List.of(new Intervention.Zero("encoder.last"));
    Seq2Seq model = RecurrentRuns.seq2Seq(config);
    same(
        value(model.run(RecurrentRuns.input(), silent), "logits"),
        value(model.run(other, silent), "logits"));
  }

  @Test
  void bahdanausFirstQuestionIsAskedByTheStateBeforeTheFirstStep() throws Problem {
    Seq2SeqConfig config = RecurrentRuns.configurations().getLast();
    assertEquals(AttentionFeed.OWN_STEP, config.feed());
    Trace trace = RecurrentRuns.seq2Seq(config).run(RecurrentRuns.input(), List.of());
    List<Node> query = trace.get(TensorId.of("decoder.step.0.attention.query")).inputs();
    assertEquals(TensorId.of("encoder.last"), query.getFirst().id());
    query = trace.get(TensorId.of("decoder.step.1.attention.query")).inputs();
    assertEquals(TensorId.of("decoder.1.step.0.hidden"), query.getFirst().id());
    List<Node> read = trace.get(TensorId.of("decoder.step.1.read")).inputs();
    assertTrue(read.contains(trace.get(TensorId.of("decoder.step.1.attention.context"))));
    Node weights = trace.get(TensorId.of("decoder.step.1.attention.weights"));
    assertEquals(
        RecurrentRuns.input().target().orElseThrow().labels().get(1), weights.rows().label(0));
  }

  private static Seq2SeqConfig withAttention(AttentionWindow window, AttentionChoice choice) {
    return config(
        RecurrentCell.LSTM,
        false,
        false,
        Optional.of(new RecurrentAttention(AttentionScore.DOT, WIDTH, window, choice)));
  }

  private static Seq2SeqConfig encoder(RecurrentCell cell, boolean both, boolean reversed) {
    return config(cell, both, reversed, Optional.empty());
  }

  private static Seq2SeqConfig config(
      RecurrentCell cell, boolean both, boolean reversed, Optional<RecurrentAttention> attention) {
    return new Seq2SeqConfig(
        cell,
        1,
        5,
        WIDTH,
        both,
        false,
        reversed,
        true,
        false,
        attention,
        Optional.empty(),
        AttentionFeed.NOTHING,
        RecurrentRuns.VOCABULARY,
        RecurrentRuns.VOCABULARY);
  }

  private static Trace run(Seq2SeqConfig config, Tokens source) throws Problem {
    Tokens target = RecurrentRuns.tokens(source.samples(), 2, 2);
    return new Seq2Seq("test", config, new SeededParameters(8), List.of())
        .run(new ModelInput(source, Optional.of(target), ""), List.of());
  }

  private static List<double[]> tokensOf(Trace trace, int sample, int steps, int length)
      throws Problem {
    FMatrixRMaj embedding = value(trace, "source.embedding");
    return IntStream.range(0, length)
        .mapToObj(
            step ->
                IntStream.range(0, embedding.numCols)
                    .mapToDouble(column -> embedding.get(sample * steps + step, column))
                    .toArray())
        .toList();
  }

  private static FMatrixRMaj value(Trace trace, String id) throws Problem {
    return trace.get(TensorId.of(id)).value();
  }

  private static void same(FMatrixRMaj expected, FMatrixRMaj found) {
    assertEquals(expected.numRows, found.numRows);
    assertArrayEquals(expected.data, found.data);
  }
}
