package attentionscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.Invariants.Check;
import attentionscope.analysis.Invariants.Kind;
import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Given;
import attentionscope.op.Softmax;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class InvariantsTest {

  private static final float HIDDEN = Float.NEGATIVE_INFINITY;
  private static final String HEAD = "decoder.0.self.head.0.";

  private static Node weights(float[][] mask, Intervention... changes) throws Problem {
    Axis tokens = Axis.of(Axis.Role.TARGET_TOKENS, List.of("I", "am", "here"));
    Tape tape = new Tape(List.of(changes));
    Axis queries = tokens.queries();
    Axis keys = tokens.keys();
    FMatrixRMaj scores = new FMatrixRMaj(new float[][] {{1, 2, 3}, {3, 2, 1}, {0, 1, 0}});
    Node given =
        tape.record(
            TensorId.of(HEAD + "scaled"),
            new Given("input", scores, new Origin.Typed()),
            queries,
            keys);
    Node added =
        tape.record(
            TensorId.of("decoder.self.mask"),
            new Given("mask", new FMatrixRMaj(mask), new Origin.Rule()),
            queries,
            keys);
    Node masked = tape.record(TensorId.of(HEAD + "masked"), Add.MASK, queries, keys, given, added);
    return tape.record(TensorId.of(HEAD + "weights"), new Softmax(), queries, keys, masked);
  }

  private static final float[][] AHEAD = {{0, HIDDEN, HIDDEN}, {0, 0, HIDDEN}, {0, 0, 0}};
  private static final float[][] OPEN = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};

  @Test
  void everythingHoldsAsTheModelHasIt() throws Problem {
    List<Check> checks = Invariants.of(weights(AHEAD));
    assertEquals(3 + 2 + 2, checks.size());
    assertTrue(checks.stream().allMatch(Check::holds), checks::toString);
  }

  @Test
  void aWeightThatWasSetBreaksTheSumAndTheMask() throws Problem {
    CellRef cell = new CellRef(TensorId.of(HEAD + "weights"), 0, 2);
    Node weights = weights(AHEAD, new Intervention.SetCell(cell, .5f));
    List<Check> row = Invariants.ofRow(weights, 0);
    assertEquals(
        List.of(Kind.ROW_SUM, Kind.MASKED_ZERO, Kind.CAUSAL),
        row.stream().map(Check::kind).toList());
    assertTrue(row.stream().noneMatch(Check::holds));
    assertEquals(1.5, row.getFirst().measured(), 1e-6);
    assertEquals(.5, row.get(1).measured(), 1e-6);
    assertFalse(Masked.at(weights, 0, 2));
    assertTrue(Masked.of(weights).hides(0, 2));
  }

  @Test
  void aDecoderWithoutMaskIsNotCausal() throws Problem {
    List<Check> row = Invariants.ofRow(weights(OPEN), 0);
    assertEquals(List.of(Kind.ROW_SUM, Kind.CAUSAL), row.stream().map(Check::kind).toList());
    assertFalse(row.getLast().holds());
  }

  @Test
  void aRowWithNothingLeftIsBroken() throws Problem {
    float[][] mask = {{HIDDEN, HIDDEN, HIDDEN}, {0, 0, HIDDEN}, {0, 0, 0}};
    List<Check> row = Invariants.ofRow(weights(mask), 0);
    assertTrue(row.stream().noneMatch(Check::holds), row::toString);
  }

  @Test
  void aWeightThatIsZeroByItselfIsNotMasked() throws Problem {
    Node weights =
        weights(
            OPEN, new Intervention.SetCell(new CellRef(TensorId.of(HEAD + "weights"), 2, 0), 0));
    assertFalse(Masked.at(weights, 2, 0));
  }

  @Test
  void aLargeFiniteMaskHides() throws Problem {
    float[][] mask = {{0, -1e9f, -1e9f}, {0, 0, -1e9f}, {0, 0, 0}};
    Node weights = weights(mask);
    assertTrue(Masked.at(weights, 0, 1));
    assertTrue(Masked.at(weights.input(0), 0, 1));
    assertFalse(Masked.at(weights, 0, 0));
  }
}
