package attentionscope.figure.shapes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.figure.Figure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapesTimelineTest {

  private static final AttentionNodes ONE_HEAD =
      Attentions.nodes(Attentions.shipped("toy/i-go-home"), "encoder.0.self", 0);
  private static final AttentionNodes DECODER =
      Attentions.nodes(Attentions.shipped("toy/translation"), "decoder.0.self", 1);

  @Test
  void withoutAnOutputWeightTheWayEndsAtTheConcat() {
    List<Step> steps = steps(ONE_HEAD);
    assertTrue(steps.contains(Step.CONCAT));
    assertFalse(steps.contains(Step.PROJECT));
    assertFalse(steps.contains(Step.MASK), "nothing is hidden there");
  }

  @Test
  void theDecoderMasksAndProjects() {
    assertEquals(
        List.of(
            Step.START,
            Step.QUERIES,
            Step.KEYS,
            Step.VALUES,
            Step.SPLIT,
            Step.TRANSPOSE,
            Step.SCORES,
            Step.SCALE,
            Step.MASK,
            Step.SOFTMAX,
            Step.MIX,
            Step.CONCAT,
            Step.PROJECT,
            Step.DONE),
        steps(DECODER));
  }

  @Test
  void aDictionaryBeginsWithTheHeadsOwnMatrices() {
    AttentionNodes dictionary =
        Attentions.nodes(Attentions.shipped("toy/dictionary"), "decoder.0.cross", 0);
    assertEquals(
        List.of(Step.START, Step.TRANSPOSE, Step.SCORES, Step.SOFTMAX, Step.MIX, Step.DONE),
        steps(dictionary));
  }

  @Test
  void positionsThatTurnHaveAMomentOfTheirOwn() {
    AttentionNodes turned = Attentions.nodes(Attentions.turned(), "encoder.0.self", 0);
    assertTrue(steps(turned).contains(Step.TURN));
    ShapesTimeline timeline = ShapesTimeline.of(turned, SizePlan.of(turned));
    Moment moment = timeline.at(timeline.indexOf(Step.TURN).orElseThrow());
    assertEquals(Set.of(Part.HEAD_QUERIES, Part.HEAD_KEYS), timeline.makes(moment));
  }

  @Test
  void aMomentReadsWhatItsProductMultiplies() {
    SizePlan plan = SizePlan.of(DECODER);
    ShapesTimeline timeline = ShapesTimeline.of(DECODER, plan);
    Moment scores = timeline.at(timeline.indexOf(Step.SCORES).orElseThrow());
    assertEquals(Set.of(Part.HEAD_QUERIES, Part.HEAD_KEYS), timeline.reads(scores));
    assertEquals(Set.of(Part.SCORES), timeline.makes(scores));
    Moment softmax = timeline.at(timeline.indexOf(Step.SOFTMAX).orElseThrow());
    assertEquals(Set.of(Part.MASKED), timeline.reads(softmax));
  }

  @Test
  void playingBeyondEitherEndStaysThere() {
    ShapesTimeline timeline = ShapesTimeline.of(ONE_HEAD, SizePlan.of(ONE_HEAD));
    assertEquals(Step.START, timeline.at(-3).step());
    assertEquals(Step.DONE, timeline.at(99).step());
    assertEquals(Step.DONE, timeline.at(OptionalInt.empty()).step());
  }

  @Test
  void whereSizesDoNotFitTheWayStops() {
    SizePlan plan = SizePlan.of(ONE_HEAD, Map.of(Part.VALUE_WEIGHT, new MatrixSize(5, 4)));
    ShapesTimeline timeline = ShapesTimeline.of(ONE_HEAD, plan);
    assertEquals(Step.VALUES, timeline.at(99).step());
  }

  @Test
  void everyMomentSaysItsNumbers() {
    SizePlan plan = SizePlan.of(DECODER);
    ShapesTimeline timeline = ShapesTimeline.of(DECODER, plan);
    int scores = timeline.indexOf(Step.SCORES).orElseThrow();
    Figure figure =
        new ShapesFigure(DECODER, plan, timeline.at(scores), MatrixLook.PLAIN, Pointing.NONE)
            .draw(new Examples().frame(900, 560, "en"));
    String said = String.join("\n", figure.reading());
    assertTrue(said.contains("5 × 5 scores"), said);
    assertTrue(said.contains("the inner sizes meet: 8 = 8"), said);
    assertTrue(said.contains("200 multiply-adds a head, 800 for all 4"), said);
    assertTrue(said.contains("K_1ᵀ 8 × 5"), said);
    assertFalse(said.contains("weights 5 × 5"), "weights are still to come");
  }

  private static List<Step> steps(AttentionNodes nodes) {
    ShapesTimeline timeline = ShapesTimeline.of(nodes, SizePlan.of(nodes));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < timeline.size(); i++) {
      steps.add(timeline.at(i).step());
    }
    return steps;
  }
}
