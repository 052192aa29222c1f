package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.op.Exactness;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The positions view computes each encoding at work on a typed sentence. */
class PositionsViewTest {

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
