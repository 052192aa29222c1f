package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Loss;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Exactness;
import attentionscope.op.Gradients;
import attentionscope.trace.Node;
import attentionscope.trace.Provenance;
import attentionscope.trace.Tape;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One stack over one sequence, with the future masked and without. */
class LanguageModelTest {

  private static final List<Integer> IDS = List.of(3, 1, 4, 1, 5, 9);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatComesLaterMattersOnlyToAModelThatSeesIt(boolean lookAhead) throws Problem {
    List<Integer> other = new ArrayList<>(IDS);
    other.set(5, 2);
    Node one = logits(lookAhead, Tape.plain(), Tokens.of(IDS, labels()));
    Node two = logits(lookAhead, Tape.plain(), Tokens.of(other, labels()));
    for (int row = 0; row < 5; row++) {
      if (lookAhead) {
        assertEquals(one.at(row, 0), two.at(row, 0));
      } else {
        assertNotEquals(one.at(row, 0), two.at(row, 0));
      }
    }
    assertNotEquals(one.at(5, 0), two.at(5, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void paddingChangesNothing(boolean lookAhead) throws Problem {
    List<Integer> longer = new ArrayList<>(IDS);
    longer.addAll(List.of(0, 0));
    List<Boolean> padding = new ArrayList<>(Collections.nCopies(6, false));
    padding.addAll(List.of(true, true));
    Node one = logits(lookAhead, Tape.plain(), Tokens.of(IDS, labels()));
    Node two = logits(lookAhead, Tape.plain(), Tokens.unlabelled(1, longer, padding));
    for (int row = 0; row < 6; row++) {
      for (int word = 0; word < one.value().numCols; word++) {
        assertEquals(one.at(row, word), two.at(row, word), 1e-5f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void explanationsGiveTheStoredBitsBackwardsToo(boolean lookAhead) throws Problem {
    Tape tape = Tape.plain();
    Node logits = logits(lookAhead, tape, Tokens.of(IDS, labels()));
    Graph graph = new Graph(tape, new SeededParameters(3));
    Gradients.of(tape, new Loss(0.1, 1, Optional.empty()).of(graph, logits, IDS));
    Trace trace = tape.finish(new Provenance("test", graph.parameters().origin(), "", List.of()));
    Exactness.assertExplanationsAreExact(trace);
    Exactness.assertFeedsAgreeWithExplanations(trace);
  }

  private static List<String> labels() {
    return IDS.stream().map(String::valueOf).toList();
  }

  private static Node logits(boolean lookAhead, Tape tape, Tokens tokens) throws Problem {
    TransformerConfig config = ModelExactnessTest.everyConfiguration().toList().get(1);
    LanguageModel model =
        new LanguageModel("test", config, lookAhead, new SeededParameters(3), List.of());
    Graph graph = new Graph(tape, model.parameters());
    return model.logits(graph, new ModelInput(tokens, Optional.empty(), ""));
  }
}
