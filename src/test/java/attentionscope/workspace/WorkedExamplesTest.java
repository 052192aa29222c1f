package attentionscope.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small models' numbers, worked out beforehand with other means. */
class WorkedExamplesTest {

  private static final float ROUNDED = 0.0005f;
  private static final ModelLibrary LIBRARY = new ModelLibrary(ProgramFolder.find());

  @Test
  void softChoiceIsHalfAQuarterAQuarter() throws Problem {
    Trace trace = run("toy/soft-choice", LIBRARY.open("toy/soft-choice").example());
    assertRow(trace, "decoder.0.cross.head.0.weights", 0, .5f, .25f, .25f);
    assertRow(trace, "decoder.0.cross.head.0.output", 0, 3, 2);
  }

  @Test
  void shoppersPayWholeNumbers() throws Problem {
    Trace trace = run("toy/shopping", LIBRARY.open("toy/shopping").example());
    assertRow(trace, "decoder.0.cross.head.0.scores", 0, 5, 5, 6, 4);
    assertRow(trace, "decoder.0.cross.head.0.scores", 1, 9, 3, 0, 6);
    assertRow(trace, "decoder.0.cross.head.0.scores", 2, 7, 4, 3, 5);
  }

  @Test
  void theDictionaryAnswersBetweenItsValues() throws Problem {
    Trace trace = run("toy/dictionary", LIBRARY.open("toy/dictionary").example());
    assertRow(trace, "decoder.0.cross.head.0.weights", 0, .881f, .119f);
    TensorId output = TensorId.of("decoder.0.cross.head.0.output");
    assertEquals(12.38f, trace.get(output).at(0, 0), 0.005f);
    assertEquals(20f, trace.get(output).at(1, 0), 0.005f);
    assertEquals(10.05f, trace.get(output).at(2, 0), 0.005f);
  }

  @Test
  void withoutProjectionsAWordSeesMostlyItself() throws Problem {
    Trace trace = run("toy/no-projections", Typed.source("I go home"));
    assertRow(trace, "encoder.0.self.head.0.scores", 0, 8, 0, 0);
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .965f, .018f, .018f);
    assertRow(trace, "encoder.0.self.head.0.weights", 2, .018f, .018f, .965f);
    Knobs unscaled = Knobs.MODEL.withScale(false);
    Trace sharper =
        new Runner(LIBRARY)
            .run(Workspace.of("toy/no-projections", Typed.source("I go home")).withKnobs(unscaled));
    assertRow(sharper, "encoder.0.self.head.0.weights", 0, .999f, 0, 0);
  }

  @Test
  void aLongerNeighbourWins() throws Problem {
    Trace trace = run("toy/quiet-and-loud", Typed.source("quiet loud"));
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .056f, .944f);
  }

  @Test
  void aVectorOfZerosIsLookedAtUntilItIsHidden() throws Problem {
    Trace open = run("toy/padding", Typed.source("I go <pad>"));
    assertRow(open, "encoder.0.self.head.0.weights", 0, .212f, .576f, .212f);
    List<Intervention> hidden =
        cells(TensorId.of("encoder.self.mask"), Float.NEGATIVE_INFINITY, "0 2", "1 2", "2 2");
    Trace padded = changed("toy/padding", "I go <pad>", hidden);
    assertRow(padded, "encoder.0.self.head.0.weights", 0, .269f, .731f, 0);
  }

  @Test
  void maskedAfterSoftmaxRowsDoNotAddUpToOne() throws Problem {
    TensorId weights = TensorId.of("encoder.0.self.head.0.weights");
    Trace late = changed("toy/i-go-home", "I go home", cells(weights, 0, "0 1", "0 2", "1 2"));
    assertRow(late, weights.path(), 0, .090f, 0, 0);
    assertRow(late, weights.path(), 1, .245f, .090f, 0);
    assertRow(late, weights.path(), 2, .665f, .245f, .090f);
  }

  @Test
  void aScoreOfZeroHidesNobody() throws Problem {
    TensorId scaled = TensorId.of("encoder.0.self.head.0.scaled");
    Trace zeros = changed("toy/i-go-home", "I go home", cells(scaled, 0, "0 1", "0 2", "1 2"));
    assertRow(zeros, "encoder.0.self.head.0.weights", 0, 1 / 3f, 1 / 3f, 1 / 3f);
  }

  @Test
  void aRowWithNothingLeftIsNoNumberOrUniform() throws Problem {
    TensorId mask = TensorId.of("encoder.self.mask");
    float infinity = Float.NEGATIVE_INFINITY;
    Trace lost = changed("toy/i-go-home", "I go home", cells(mask, infinity, "0 0", "0 1", "0 2"));
    assertRow(lost, "encoder.0.self.head.0.weights", 0, Float.NaN, Float.NaN, Float.NaN);
    Trace even = changed("toy/i-go-home", "I go home", cells(mask, -1e9f, "0 0", "0 1", "0 2"));
    assertRow(even, "encoder.0.self.head.0.weights", 0, 1 / 3f, 1 / 3f, 1 / 3f);
  }

  @Test
  void twoHeadsLookForDifferentThings() throws Problem {
    Trace trace = run("toy/two-heads", Typed.source("I go home"));
    assertRow(trace, "encoder.0.self.head.0.weights", 0, .053f, .053f, .894f);
    assertRow(trace, "encoder.0.self.head.0.weights", 2, 1 / 3f, 1 / 3f, 1 / 3f);
    assertRow(trace, "encoder.0.self.head.1.weights", 0, .164f, .673f, .164f);
    assertRow(trace, "encoder.0.self.head.1.weights", 2, .768f, .187f, .045f);
    assertRow(trace, "encoder.0.self.concat", 0, .947f, -.841f, .673f, .673f);
    assertRow(trace, "encoder.0.self.residual", 0, 3.894f, .317f, 1.346f, 1.346f);
  }

  @Test
  void thePreviousTokenIsFoundUntilTheFrequenciesAreTooFew() throws Problem {
    Trace five = run("toy/previous-token", Typed.source("the cat sat on it"));
    Node weights = five.get(TensorId.of("encoder.0.self.head.0.weights"));
    for (int position = 1; position < 5; position++) {
      assertTrue(weights.at(position, position - 1) >= .98f, "position " + position);
    }
    Trace nine = run("toy/previous-token", Typed.source("the cat sat on mat and then it slept"));
    Node longer = nine.get(TensorId.of("encoder.0.self.head.0.weights"));
    assertEquals(.60f, longer.at(7, 6), 0.005f);
    assertEquals(.39f, longer.at(7, 0), 0.005f);
  }

  @Test
  void twoCellsMakeTheHeadLookBack() throws Problem {
    Workspace unfinished = Workspace.of("toy/look-back", Typed.source("the cat sat and slept"));
    TensorId q = TensorId.of("encoder.0.self.q.weight");
    Workspace finished =
        unfinished.withInterventions(
            List.of(
                new Intervention.SetCell(new CellRef(q, 0, 1), 16.83f),
                new Intervention.SetCell(new CellRef(q, 1, 0), -16.83f)));
    TensorId weights = TensorId.of("encoder.0.self.head.0.weights");
    for (int position = 1; position < 5; position++) {
      assertTrue(new Runner(LIBRARY).run(unfinished).get(weights).at(position, position) > .9f);
      assertTrue(new Runner(LIBRARY).run(finished).get(weights).at(position, position - 1) > .98f);
    }
  }

  @Test
  void withoutAMaskWeightsMoveWithTheirWords() throws Problem {
    Trace trace = run("toy/i-go-home", Typed.source("go home I"));
    assertRow(trace, "encoder.0.self.head.0.weights", 2, .245f, .665f, .090f);
    assertRow(trace, "encoder.0.self.head.0.output", 2, .755f, -.575f, .245f, .245f);
  }

  /** How many words came before is seen, but not in which order. */
  @Test
  void withALookAheadMaskOrderLeaksIn() throws Problem {
    assertRow(masked("I go home"), "encoder.0.self.head.0.weights", 0, 1, 0, 0);
    assertRow(masked("go home I"), "encoder.0.self.head.0.weights", 2, .245f, .665f, .090f);
    for (String order : List.of("go home I", "home go I")) {
      assertRow(masked(order), "encoder.0.self.head.0.output", 2, .755f, -.575f, .245f, .245f);
    }
  }

  @Test
  void sinesOfWidthFour() throws Problem {
    Trace trace = positions(4);
    assertRow(trace, "position.code", 0, 0, 1, 0, 1);
    assertRow(trace, "position.code", 1, .841f, .540f, .010f, 1);
    assertRow(trace, "position.code", 2, .909f, -.416f, .020f, 1);
    assertRow(trace, "position.code", 3, .141f, -.990f, .030f, 1);
    assertRow(
        trace, "position.dots", 0, 2, 1.540f, .584f, .010f, .346f, 1.282f, 1.958f, 1.751f, .851f);
  }

  @Test
  void withMoreFrequenciesTheFastOneComesRoundAlone() throws Problem {
    Node dots = positions(16).get(TensorId.of("position.dots"));
    assertEquals(7.485f, dots.at(0, 1), ROUNDED);
    assertEquals(6.445f, dots.at(0, 6), ROUNDED);
  }

  /** The matrix is applied to rows from the right, so it is R transposed. */
  @Test
  void twoStepsAreATurnByTwo() throws Problem {
    Trace trace = positions(4);
    assertRow(trace, "position.turn", 0, -.416f, -.909f, 0, 0);
    assertRow(trace, "position.turn", 1, .909f, -.416f, 0, 0);
    assertRow(trace, "position.turned", 1, .141f, -.990f, .030f, 1);
  }

  private static Trace masked(String words) throws Problem {
    Workspace workspace = Workspace.of("toy/i-go-home", Typed.source(words));
    Knobs lookAhead = Knobs.MODEL.withMask(Knobs.Mask.LOOK_AHEAD);
    return new Runner(LIBRARY).run(workspace.withKnobs(lookAhead));
  }

  private static Trace positions(int width) throws Problem {
    PositionLab lab = new PositionLab(PositionLab.Encoding.SINUSOIDAL, width, 9, 10000, 0, 2);
    Workspace workspace = Workspace.of("toy/previous-token", Typed.source("the cat sat on it"));
    return new Runner(LIBRARY).run(workspace.withView(View.POSITIONS).withLab(lab));
  }

  private static Trace run(String model, Typed typed) throws Problem {
    return new Runner(LIBRARY).run(Workspace.of(model, typed));
  }

  private static Trace changed(String model, String typed, List<Intervention> changes)
      throws Problem {
    Workspace plain = Workspace.of(model, Typed.source(typed));
    return new Runner(LIBRARY).run(plain.withInterventions(changes));
  }

  /** The same value in several cells, each given as its row and its column. */
  private static List<Intervention> cells(TensorId id, float value, String... places) {
    List<Intervention> changes = new ArrayList<>();
    for (String place : places) {
      String[] at = place.split(" ");
      CellRef cell = new CellRef(id, Integer.parseInt(at[0]), Integer.parseInt(at[1]));
      changes.add(new Intervention.SetCell(cell, value));
    }
    return changes;
  }

  private static void assertRow(Trace trace, String id, int row, float... expected) throws Problem {
    Node node = trace.get(TensorId.of(id));
    int width = node.columns().size();
    float[] actual = Arrays.copyOfRange(node.value().data, row * width, (row + 1) * width);
    assertArrayEquals(expected, actual, ROUNDED, id);
  }
}
