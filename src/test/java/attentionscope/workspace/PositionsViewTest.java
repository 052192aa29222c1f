package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.op.Exactness;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The positions view computes each encoding at work on a typed sentence. */
class PositionsViewTest {

  private static final TensorId CODE = TensorId.of("position.code");
  private static final Intervention CHANGE = new Intervention.SetCell(new CellRef(CODE, 2, 7), 5);

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));

  @ParameterizedTest
  @EnumSource(PositionLab.Encoding.class)
  void onlyWithoutPositionsTheShuffleGoesUnseen(PositionLab.Encoding encoding) throws Problem {
    double difference = largestDifference(trace(encoding, 16));
    if (encoding == PositionLab.Encoding.NONE) {
      assertTrue(difference < 1e-5, "rounding alone, but it is " + difference);
    } else {
      assertTrue(difference > 1e-3, "seen by " + difference);
    }
  }

  @ParameterizedTest
  @EnumSource(PositionLab.Encoding.class)
  void anyWidthIsComputedAndExplained(PositionLab.Encoding encoding) throws Problem {
    for (int width : new int[] {1, 5, 8}) {
      Exactness.assertExplanationsAreExact(trace(encoding, width));
    }
  }

  @Test
  void theSentenceIsAddedToItsPositions() throws Problem {
    Trace trace = trace(PositionLab.Encoding.SINUSOIDAL, 16);
    Node input = trace.get(TensorId.of("source.input"));
    float scaled = trace.get(TensorId.of("source.scaled")).at(1, 3);
    assertEquals(scaled + trace.get(TensorId.of("position.code")).at(1, 3), input.at(1, 3));
  }

  @Test
  void movingAlongPositionsComputesNothingAnew() {
    Workspace here = workspace(PositionLab.PLAIN);
    assertTrue(here.runsAs(workspace(PositionLab.PLAIN.withPosition(3))));
    assertTrue(!here.runsAs(workspace(PositionLab.PLAIN.withWidth(3))));
    assertTrue(!here.runsAs(here.withView(View.ATTENTION)));
  }

  @Test
  void aChangeOfPositionsIsNoChangeOfTheModel() throws Problem {
    Workspace studied = workspace(PositionLab.PLAIN).withInput(Typed.source("I go home"));
    Workspace changed = studied.withChanges(List.of(CHANGE));
    assertEquals(5, RUNNER.run(changed).get(CODE).at(2, 7));
    for (View view : View.values()) {
      Workspace elsewhere = changed.withView(view);
      assertEquals(view == View.POSITIONS ? List.of(CHANGE) : List.of(), elsewhere.changes());
      assertTrue(!RUNNER.run(elsewhere).nodes().isEmpty(), view.key());
    }
    assertEquals(List.of(CHANGE), changed.withView(View.STEPS).withView(View.POSITIONS).changes());
  }

  @Test
  void aChangedCellThatANarrowerCodeLacksWaitsForAWiderOne() throws Problem {
    Workspace changed = workspace(PositionLab.PLAIN).withChanges(List.of(CHANGE));
    Workspace narrow = changed.withLab(changed.lab().withWidth(4));
    assertEquals(4, RUNNER.run(narrow).get(CODE).columns().size());
    Workspace other = changed.withLab(changed.lab().withEncoding(PositionLab.Encoding.ALIBI));
    assertTrue(RUNNER.run(other).find(CODE).isEmpty());
    Workspace wide = narrow.withLab(narrow.lab().withWidth(8));
    assertEquals(5, RUNNER.run(wide).get(CODE).at(2, 7));
  }

  @Test
  void aSentenceWithMoreWordsThanPositionsIsSaidToBeTooLong() {
    Workspace few = workspace(PositionLab.PLAIN.withLength(4));
    Problem problem = assertThrows(Problem.class, () -> RUNNER.run(few));
    assertEquals("model.problem.positions", problem.key());
    assertEquals(List.of(5, 4), problem.args());
  }

  private static Trace trace(PositionLab.Encoding encoding, int width) throws Problem {
    return RUNNER.run(workspace(new PositionLab(encoding, width, 12, 10000, 0, 2)));
  }

  private static Workspace workspace(PositionLab lab) {
    return Workspace.of("toy/i-go-home", Typed.source("the dog bites a man"))
        .withView(View.POSITIONS)
        .withLab(lab);
  }

  private static double largestDifference(Trace trace) throws Problem {
    double largest = 0;
    Node difference = trace.get(TensorId.of("shuffle.difference"));
    for (float cell : difference.value().data) {
      largest = Math.max(largest, Math.abs(cell));
    }
    return largest;
  }
}
