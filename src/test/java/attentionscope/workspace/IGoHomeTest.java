package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of lesson 13, worked out beforehand with other means. */
class IGoHomeTest {

  private static final float ROUNDED = 0.0005f;

  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));
  private static final Workspace PLAIN = Workspace.of("toy/i-go-home", Typed.source("I go home"));

  @Test
  void queriesKeysAndValuesComeOutClean() throws Problem {
    Trace trace = RUNNER.run(PLAIN);
    assertMatrix(trace, "q", 0, new float[][] {{2, 0, 1, 0}, {2, 0, 0, 1}, {0, 0, 1, 2}});
    assertMatrix(trace, "k", 0, new float[][] {{0, 0, 0, 2}, {0, 0, 2, 0}, {2, 0, 0, 0}});
    assertMatrix(trace, "v", 0, new float[][] {{1, 1, 0, 0}, {0, 0, 1, 1}, {1, -1, 0, 0}});
  }

  @Test
  void scaledScoresAreWholeNumbers() throws Problem {
    float[][] expected = {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}};
    assertMatrix(RUNNER.run(PLAIN), "scaled", 0, expected);
  }

  @Test
  void weightsAndOutputAgree() throws Problem {
    Trace trace = RUNNER.run(PLAIN);
    assertMatrix(
        trace,
        "weights",
        ROUNDED,
        new float[][] {{.090f, .245f, .665f}, {.245f, .090f, .665f}, {.665f, .245f, .090f}});
    float[] row = {.755f, -.575f, .245f, .245f};
    assertArrayEquals(row, rows(node(trace, "output"))[0], ROUNDED);
  }

  @Test
  void withoutTheScaleTheRowIsSharper() throws Problem {
    Trace trace = RUNNER.run(PLAIN.withKnobs(Knobs.MODEL.withScale(false)));
    float[] row = {.016f, .117f, .867f};
    assertArrayEquals(row, rows(node(trace, "weights"))[0], ROUNDED);
  }

  @Test
  void lookAheadLeavesThePast() throws Problem {
    Trace trace = RUNNER.run(PLAIN.withKnobs(Knobs.MODEL.withMask(Knobs.Mask.LOOK_AHEAD)));
    assertMatrix(
        trace,
        "weights",
        ROUNDED,
        new float[][] {{1, 0, 0}, {.731f, .269f, 0}, {.665f, .245f, .090f}});
    assertEquals(0f, node(trace, "weights").at(0, 2));
  }

  @Test
  void aCellOfAMaskChangedByHandHoldsWhateverTheSwitchSays() throws Problem {
    TensorId mask = TensorId.of("encoder.self.mask");
    Workspace drawn =
        PLAIN
            .withKnobs(Knobs.MODEL.withMask(Knobs.Mask.LOOK_AHEAD))
            .withInterventions(
                List.of(
                    new Intervention.SetCell(new CellRef(mask, 0, 2), 0f),
                    new Intervention.SetCell(new CellRef(mask, 2, 0), Float.NEGATIVE_INFINITY)));
    Trace trace = RUNNER.run(drawn);
    assertMatrix(
        trace,
        "weights",
        ROUNDED,
        new float[][] {{.119f, 0, .881f}, {.731f, .269f, 0}, {0, .731f, .269f}});
  }

  @Test
  void aChangedCellSaysWhatItWas() throws Problem {
    CellRef mask = new CellRef(TensorId.of("encoder.self.mask"), 0, 2);
    CellRef score = new CellRef(TensorId.of("encoder.0.self.head.0.scores"), 0, 2);
    Trace trace =
        RUNNER.run(
            PLAIN.withInterventions(
                List.of(
                    new Intervention.SetCell(mask, Float.NEGATIVE_INFINITY),
                    new Intervention.SetCell(score, 9),
                    new Intervention.SetCell(score, 7))));
    assertEquals(0f, was(trace, mask));
    assertEquals(9f, was(trace, score));
  }

  private static float was(Trace trace, CellRef cell) throws Problem {
    Expr expr = trace.get(cell.id()).explain(cell.row(), cell.column());
    return ((Expr.Changed) expr).was().value();
  }

  private static void assertMatrix(Trace trace, String leaf, float within, float[][] expected)
      throws Problem {
    float[][] actual = rows(node(trace, leaf));
    assertEquals(expected.length, actual.length);
    for (int row = 0; row < expected.length; row++) {
      assertArrayEquals(expected[row], actual[row], within, leaf + " row " + row);
    }
  }

  private static Node node(Trace trace, String leaf) throws Problem {
    return trace.get(TensorId.of("encoder.0.self.head.0").child(leaf));
  }

  private static float[][] rows(Node node) {
    float[][] rows = new float[node.rows().size()][node.columns().size()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        rows[row][column] = node.at(row, column);
      }
    }
    return rows;
  }
}
