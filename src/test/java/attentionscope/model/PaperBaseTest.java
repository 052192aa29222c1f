package attentionscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.files.Problem;
import attentionscope.nn.SeededParameters;
import attentionscope.op.Exactness;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The paper's base model on 32 + 32 tokens, everything kept. */
class PaperBaseTest {

  private static final int VOCABULARY = 1000;
  private static final int LENGTH = 32;
  private static Trace trace;

  @BeforeAll
  static void runsOnce() throws Problem {
    Model model =
        new Transformer(
            "paper base",
            TransformerConfig.paperBase(VOCABULARY),
            new SeededParameters(2017),
            List.of());
    trace = model.run(new ModelInput(tokens(1), Optional.of(tokens(7)), ""), List.of());
  }

  @Test
  void hasEighteenAttentionsOfEightHeads() {
    List<AttentionSite> sites = AttentionSite.of(trace);
    assertEquals(18, sites.size());
    assertTrue(sites.stream().allMatch(site -> site.heads() == 8));
  }

  @Test
  void sizesAreThePapers() throws Problem {
    assertSize("source.embedding", LENGTH, 512);
    assertSize("encoder.5.self.head.7.q", LENGTH, 64);
    assertSize("encoder.5.feedforward.hidden", LENGTH, 2048);
    assertSize("decoder.5.cross.concat", LENGTH, 512);
    assertSize("probabilities", LENGTH, VOCABULARY);
  }

  @Test
  void weightsOfEveryRowSumToOne() {
    for (Node weights : trace.match("**.weights")) {
      for (int row = 0; row < LENGTH; row++) {
        float sum = 0;
        for (int column = 0; column < LENGTH; column++) {
          sum += weights.at(row, column);
        }
        assertEquals(1f, sum, 1e-5f, weights.toString());
      }
    }
  }

  @Test
  void theDecoderDoesNotLookAhead() {
    for (Node weights : trace.match("decoder.*.self.head.*.weights")) {
      for (int row = 0; row < LENGTH; row++) {
        for (int column = row + 1; column < LENGTH; column++) {
          assertEquals(0f, weights.at(row, column));
        }
      }
    }
  }

  @Test
  void explanationsGiveTheStoredBits() {
    Exactness.assertExplanationsAreExact(trace);
  }

  private static void assertSize(String id, int rows, int columns) throws Problem {
    Node node = trace.get(TensorId.of(id));
    assertEquals(List.of(rows, columns), List.of(node.value().numRows, node.value().numCols), id);
  }

  private static Tokens tokens(int first) {
    return Tokens.unlabelled(
        1,
        IntStream.range(0, LENGTH).map(i -> (first + 31 * i) % VOCABULARY).boxed().toList(),
        Collections.nCopies(LENGTH, false));
  }
}
