package attentionscope.figure.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizePlanTest {

  private static final AttentionNodes TWO_HEADS =
      Attentions.nodes(Attentions.shipped("toy/two-heads"), "encoder.0.self", 0);

  @Test
  void innerSizesMustMeet() {
    SizeCheck fits = new SizeCheck(new MatrixSize(3, 2), new MatrixSize(2, 4));
    assertEquals(Optional.of(new MatrixSize(3, 4)), fits.result());
    assertEquals(24, fits.multiplyAdds());
    SizeCheck differs = new SizeCheck(new MatrixSize(3, 2), new MatrixSize(3, 4));
    assertEquals(Optional.empty(), differs.result());
    assertEquals(0, differs.multiplyAdds());
  }

  @Test
  void theBaseModelMultipliesAsThePaperSays() {
    AttentionNodes paper = Attentions.nodes(Attentions.paper(), "encoder.0.self", 3);
    SizePlan plan = SizePlan.of(paper);
    assertEquals(Optional.of(new MatrixSize(10, 512)), plan.size(Part.QUERIES));
    assertEquals(Optional.of(new MatrixSize(64, 10)), plan.size(Part.HEAD_KEYS));
    SizedProduct scores = plan.product(Step.SCORES).orElseThrow();
    assertEquals(6_400, scores.check().multiplyAdds());
    assertEquals(51_200, scores.multiplyAdds());
    assertEquals(2_621_440, plan.product(Step.QUERIES).orElseThrow().multiplyAdds());
    assertEquals(4 * 2_621_440 + 2 * 51_200, plan.multiplyAdds(Step.DONE));
    assertEquals(Optional.empty(), plan.misfit());
  }

  @Test
  void sizesWorkedOutAreTheSizesOfTheRun() {
    Trace translation = Attentions.shipped("toy/translation");
    for (String site : new String[] {"encoder.0.self", "decoder.0.self", "decoder.1.cross"}) {
      AttentionNodes nodes = Attentions.nodes(translation, site, 1);
      SizePlan plan = SizePlan.of(nodes);
      for (Part part : nodes.parts()) {
        Node node = nodes.node(part).orElseThrow();
        MatrixSize size = plan.size(part).orElseThrow();
        MatrixSize own = MatrixSize.of(node);
        assertEquals(part == Part.HEAD_KEYS ? own.transposed() : own, size, part + " of " + site);
        assertTrue(plan.hasNumbers(part), part + " of " + site);
      }
    }
  }

  @Test
  void inCrossAttentionQueriesAndKeysHaveDifferentInputs() {
    AttentionNodes cross =
        Attentions.nodes(Attentions.shipped("toy/translation"), "decoder.1.cross", 0);
    assertEquals(2, cross.inputs().size());
    SizePlan plan = SizePlan.of(cross);
    assertEquals(plan.size(Part.KEY_INPUT), plan.size(Part.VALUE_INPUT));
    assertFalse(plan.size(Part.QUERY_INPUT).equals(plan.size(Part.KEY_INPUT)));
  }

  @Test
  void widerKeysFailWhereTheyMeetQueries() {
    SizePlan plan = SizePlan.of(TWO_HEADS, Map.of(Part.KEY_WEIGHT, new MatrixSize(4, 6)));
    SizePlan.Misfit.InnerSizes misfit =
        assertInstanceOf(SizePlan.Misfit.InnerSizes.class, plan.misfit().orElseThrow());
    assertEquals(Step.SCORES, misfit.step());
    assertEquals(2, misfit.product().check().left().columns());
    assertEquals(3, misfit.product().check().right().rows());
    assertEquals(Optional.empty(), plan.size(Part.WEIGHTS));
    assertFalse(plan.hasNumbers(Part.KEYS), "keys of another size have no numbers");
    assertTrue(plan.hasNumbers(Part.QUERIES));
  }

  @Test
  void widerQueriesAndKeysTogetherFit() {
    MatrixSize wider = new MatrixSize(4, 6);
    SizePlan plan =
        SizePlan.of(TWO_HEADS, Map.of(Part.QUERY_WEIGHT, wider, Part.KEY_WEIGHT, wider));
    assertEquals(Optional.empty(), plan.misfit());
    assertEquals(Optional.of(new MatrixSize(3, 3)), plan.size(Part.WEIGHTS));
    assertFalse(plan.hasNumbers(Part.WEIGHTS));
  }

  @Test
  void valuesMayBeWiderIfTheOutputWeightIsHigher() {
    MatrixSize wide = new MatrixSize(4, 6);
    SizePlan alone = SizePlan.of(TWO_HEADS, Map.of(Part.VALUE_WEIGHT, wide));
    assertEquals(Step.PROJECT, alone.misfit().orElseThrow().step());
    SizePlan both =
        SizePlan.of(
            TWO_HEADS, Map.of(Part.VALUE_WEIGHT, wide, Part.OUTPUT_WEIGHT, new MatrixSize(6, 4)));
    assertEquals(Optional.empty(), both.misfit());
  }

  @Test
  void columnsThatHeadsCannotShareFailAtTheSplit() {
    SizePlan plan = SizePlan.of(TWO_HEADS, Map.of(Part.QUERY_WEIGHT, new MatrixSize(4, 5)));
    SizePlan.Misfit.Uneven misfit =
        assertInstanceOf(SizePlan.Misfit.Uneven.class, plan.misfit().orElseThrow());
    assertEquals(5, misfit.columns());
    assertEquals(2, misfit.heads());
  }

  @Test
  void aWeightOfTheWrongHeightFailsAtOnce() {
    SizePlan plan = SizePlan.of(TWO_HEADS, Map.of(Part.QUERY_WEIGHT, new MatrixSize(3, 4)));
    assertEquals(Step.QUERIES, plan.misfit().orElseThrow().step());
  }
}
