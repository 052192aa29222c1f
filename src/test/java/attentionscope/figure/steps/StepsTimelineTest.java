package attentionscope.figure.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Examples;
import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.Knobs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepsTimelineTest {

  private final Examples examples = new Examples();

  private static StepsTimeline timeline(Trace trace, String head) throws Problem {
    return StepsTimeline.of(trace, TensorId.of(head));
  }

  private StepsTimeline home() throws Problem {
    return timeline(examples.home(), "encoder.0.self.head.0");
  }

  @Test
  void everyMomentHasItsIndex() throws Problem {
    StepsTimeline timeline = timeline(examples.translation(), "decoder.0.self.head.1");
    for (int i = 0; i < timeline.size(); i++) {
      assertEquals(i, timeline.at(i).index());
    }
    // start, 25 scores in two steps, scaled, masked, 5 rows of softmax, 5 x 8 outputs, end
    assertEquals(1 + 2 * 25 + 25 + 25 + 5 * 12 + 2 * 40 + 1, timeline.size());
  }

  @Test
  void aCellAndTheMomentItIsMadeFindEachOther() throws Problem {
    StepsTimeline timeline = timeline(examples.translation(), "decoder.0.cross.head.1");
    HeadNodes head = timeline.head();
    Set<Step> made = Set.of(Step.SUM, Step.SCALE, Step.MASK, Step.DIVIDE, Step.OUTPUT);
    for (Node node : List.of(head.scores(), head.weights(), head.output())) {
      for (int row = 0; row < node.value().numRows; row++) {
        for (int column = 0; column < node.value().numCols; column++) {
          CellRef ref = node.ref(row, column);
          Moment moment = timeline.at(timeline.indexOf(ref).orElseThrow());
          assertEquals(Optional.of(ref), moment.cell());
          assertTrue(made.contains(moment.step()), moment::toString);
          assertTrue(timeline.knows(moment, ref));
          assertFalse(timeline.knows(timeline.at(moment.index() - 1), ref));
        }
      }
    }
  }

  @Test
  void theOrderIsThatOfTheCalculation() throws Problem {
    StepsTimeline timeline = home();
    Set<Stage> seen = new HashSet<>();
    Stage last = Stage.PRODUCTS;
    for (int i = 1; i < timeline.size() - 1; i++) {
      Stage stage = timeline.at(i).step().stage().orElseThrow();
      boolean scores =
          (stage == Stage.PRODUCTS || stage == Stage.SCORES) && last.compareTo(Stage.SCALE) < 0;
      assertTrue(scores || stage.compareTo(last) >= 0, "moment " + i);
      last = stage;
      seen.add(stage);
    }
    assertEquals(
        Set.of(Stage.PRODUCTS, Stage.SCORES, Stage.SCALE, Stage.SOFTMAX, Stage.VALUES), seen);
  }

  @Test
  void softmaxGoesRowByRowFromTheLargestToTheDivisions() throws Problem {
    StepsTimeline timeline = home();
    int first = timeline.first(Stage.SOFTMAX).orElseThrow();
    List<Step> steps =
        List.of(
            Step.MAX,
            Step.EXP,
            Step.EXP,
            Step.EXP,
            Step.TOTAL,
            Step.DIVIDE,
            Step.DIVIDE,
            Step.DIVIDE);
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < steps.size(); i++) {
        Moment moment = timeline.at(first + row * steps.size() + i);
        assertEquals(steps.get(i), moment.step());
        assertEquals(row, moment.row());
      }
    }
  }

  @Test
  void whatDoesNothingHasNoMoments() throws Problem {
    StepsTimeline plain = home();
    assertEquals(OptionalInt.empty(), plain.first(Stage.MASK), "nothing is masked");
    StepsTimeline off =
        timeline(
            examples.home(Knobs.MODEL.withScale(false).withMask(Knobs.Mask.LOOK_AHEAD)),
            "encoder.0.self.head.0");
    assertEquals(OptionalInt.empty(), off.first(Stage.SCALE));
    assertTrue(off.first(Stage.MASK).isPresent());
    // its cells are known as soon as the scores are
    Node scaled = off.head().link(Stage.SCALE).orElseThrow().node();
    assertEquals(off.indexOf(off.head().scores().ref(1, 2)), off.indexOf(scaled.ref(1, 2)));
  }

  @Test
  void beyondEitherEndIsThatEnd() throws Problem {
    StepsTimeline timeline = home();
    assertEquals(Step.START, timeline.at(-5).step());
    assertEquals(Step.DONE, timeline.at(1_000_000).step());
    assertEquals(timeline.size() - 1, timeline.at(1_000_000).index());
  }

  @Test
  void whatIsPlayedCountsBeforeWhatIsLookedAt() throws Problem {
    StepsTimeline timeline = home();
    Region focus = Region.cell(timeline.head().weights().id(), 0, 2);
    assertEquals(7, timeline.at(OptionalInt.of(7), Optional.of(focus)).index());
    Moment looked = timeline.at(OptionalInt.empty(), Optional.of(focus));
    assertEquals(Step.DIVIDE, looked.step());
    assertEquals(Step.DONE, timeline.at(OptionalInt.empty(), Optional.empty()).step());
    Region query = Region.cell(timeline.head().q().id(), 0, 0);
    assertEquals(Step.DONE, timeline.at(OptionalInt.empty(), Optional.of(query)).step());
    Region outside = Region.cell(timeline.head().weights().id(), 0, 99);
    assertEquals(Step.DONE, timeline.at(OptionalInt.empty(), Optional.of(outside)).step());
  }
}
